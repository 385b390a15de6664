package ecommerce.shipping.shipping;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.shipping.orderclient.OrderClient.ShipmentEvent;
import ecommerce.shipping.outbox.ShipmentEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ShippingService {

    private static final SortFields SORT = new SortFields(
            "shippingId",
            Map.of("shippingId", "shippingId", "orderId", "orderId", "createdAt", "progress.milestones.createdAt"));

    private final ShipmentRepository shipments;
    private final ShipmentEvents events;

    ShippingService(ShipmentRepository shipments, ShipmentEvents events) {
        this.shipments = shipments;
        this.events = events;
    }

    /**
     * Creates the order's shipment, or returns the existing one. Fails with 409 if the order's shipments are cancelled.
     */
    Shipment create(long orderId, CreateShipmentRequest request, Caller caller) {
        var all = lockAll(orderId);
        var shipment = all.isEmpty()
                ? shipments.saveAndFlush(Shipment.create(
                        orderId, request.userId(), request.address(), request.summedItems(), caller.username()))
                : wanted(all).getFirst();
        if (request.recipient() != null) {
            shipment.nameRecipient(request.recipient());
        }
        return shipment;
    }

    /** Releases the order's shipments that aren't cancelled. Fails with 409 if there are none. */
    Shipment release(long orderId, Caller caller) {
        var all = lockAll(orderId);
        if (all.isEmpty()) {
            throw Problem.conflict("Order %d has no shipment".formatted(orderId));
        }
        var wanted = wanted(all);
        wanted.forEach(shipment -> shipment.release(caller.username()));
        return wanted.getFirst();
    }

    /** Returns the shipments that aren't cancelled. Fails with 409 if all are. */
    private static List<Shipment> wanted(List<Shipment> all) {
        var wanted = all.stream()
                .filter(shipment -> shipment.status() != ShippingStatus.CANCELLED)
                .toList();
        if (wanted.isEmpty()) {
            all.getFirst().requireWanted();
        }
        return wanted;
    }

    /**
     * Cancels all shipments of the order. If there is none, a later attempt to create it is refused. Fails with 409 if
     * one has been shipped.
     */
    Shipment cancel(long orderId, Caller caller) {
        var all = lockAll(orderId);
        if (all.isEmpty()) {
            return shipments.saveAndFlush(Shipment.cancelBeforehand(orderId, caller.username()));
        }
        all.forEach(shipment -> shipment.cancel(caller.username()));
        return all.getFirst();
    }

    /** Sets the recipient of the order's shipments that have none. Fails with 404 if there is no shipment. */
    void nameRecipient(long orderId, Recipient recipient) {
        var all = lockAll(orderId);
        if (all.isEmpty()) {
            throw Problem.notFound("shipment of order", orderId);
        }
        all.forEach(shipment -> shipment.nameRecipient(recipient));
    }

    ShippingResponse change(long shippingId, ChangeShippingRequest request, @Nullable String ifMatch, Caller caller) {
        var all = lockWithSiblings(shippingId);
        var shipment = pick(shippingId, all, ifMatch);
        switch (request.shippingStatus()) {
            case SHIPPED -> shipment.ship(request.carrier(), request.trackingNumber(), caller.username());
            case DELIVERED -> shipment.deliver(caller.username());
            default -> throw Problem.invalid("shippingStatus", "must be SHIPPED or DELIVERED");
        }
        var complete = all.stream()
                .filter(each -> each.progress().isExpected())
                .allMatch(each -> each.status().hasReached(request.shippingStatus()));
        events.report(
                shipment.orderId(),
                new ShipmentEvent(
                        UUID.randomUUID(), shippingId, shipment.status().name(), Instant.now(), complete));
        return ShippingResponse.of(shipments.saveAndFlush(shipment));
    }

    /** Moves pieces to a new shipment, and returns it. */
    ShippingResponse split(long shippingId, Pieces pieces, @Nullable String ifMatch, Caller caller) {
        var all = lockWithSiblings(shippingId);
        var shipment = pick(shippingId, all, ifMatch);
        var other = shipment.split(pieces, all.getLast().part() + 1, caller.username());
        shipments.saveAndFlush(shipment);
        return ShippingResponse.of(shipments.saveAndFlush(other));
    }

    private List<Shipment> lockWithSiblings(long shippingId) {
        var orderId = shipments.findOrderId(shippingId).orElseThrow(() -> Problem.notFound("shipping", shippingId));
        return lockAll(orderId);
    }

    private List<Shipment> lockAll(long orderId) {
        shipments.lockOrder(orderId);
        return shipments.lockAll(orderId);
    }

    private static Shipment pick(long shippingId, List<Shipment> all, @Nullable String ifMatch) {
        var shipment = all.stream()
                .filter(each -> each.shippingId() == shippingId)
                .findFirst()
                .orElseThrow();
        ETag.check(ifMatch, shipment.version());
        return shipment;
    }

    /**
     * Returns the shipments of a page of orders, sorted by order id. A page never divides the shipments of an order.
     */
    @Transactional(readOnly = true)
    List<ShippingResponse> findPage(long afterOrderId, long upToOrderId, int orders) {
        return findAll(shipments.findOrderIds(afterOrderId, upToOrderId, Limit.of(orders)));
    }

    @Transactional(readOnly = true)
    List<ShippingResponse> findAll(Collection<Long> orderIds) {
        return shipments.findByOrderIdIn(orderIds).stream()
                .map(ShippingResponse::of)
                .toList();
    }

    @Transactional(readOnly = true)
    PageResponse<ShippingResponse> search(
            @Nullable Long userId,
            @Nullable Long orderId,
            @Nullable ShippingStatus status,
            Pageable pageable,
            Caller caller) {
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        return PageResponse.of(shipments.search(owner, orderId, status, SORT.apply(pageable)), ShippingResponse::of);
    }

    @Transactional(readOnly = true)
    ShippingResponse find(long shippingId, Caller caller) {
        return shipments
                .findById(shippingId)
                .filter(found -> caller.isAdmin() || (found.userId() != null && caller.mayActFor(found.userId())))
                .map(ShippingResponse::of)
                .orElseThrow(() -> Problem.notFound("shipping", shippingId));
    }
}
