package ecommerce.shipping.shipping;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.shipping.orderclient.OrderClient.ShipmentEvent;
import ecommerce.shipping.outbox.ShipmentEvents;
import ecommerce.shipping.shipment.Pieces;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShipmentRepository;
import ecommerce.shipping.shipment.ShippingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ships, delivers, splits and lists shipments. */
@Service
@Transactional
class ShippingService {

    private static final SortFields SORT = new SortFields(
            "shippingId",
            Map.of("shippingId", "shippingId", "orderId", "orderId", "createdAt", "progress.milestones.createdAt"));

    private final ShipmentRepository shipments;
    private final ShipmentEvents events;
    private final Audit audit;

    ShippingService(ShipmentRepository shipments, ShipmentEvents events, Audit audit) {
        this.shipments = shipments;
        this.events = events;
        this.audit = audit;
    }

    ShippingResponse change(long shippingId, ChangeShippingRequest request, @Nullable String ifMatch, Caller caller) {
        var all = lockWithSiblings(shippingId);
        var shipment = pick(shippingId, all, ifMatch);
        var before = shipment.status();
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
        audit.record(event("shipment.change", shipment)
                .withChange("shippingStatus", before, shipment.status())
                .with("carrier", request.carrier())
                .with("trackingNumber", request.trackingNumber()));
        return ShippingResponse.of(shipments.saveAndFlush(shipment));
    }

    /** Moves pieces to a new shipment, and returns it. */
    ShippingResponse split(long shippingId, Pieces pieces, @Nullable String ifMatch, Caller caller) {
        var all = lockWithSiblings(shippingId);
        var shipment = pick(shippingId, all, ifMatch);
        var other = shipment.split(pieces, all.getLast().part() + 1, caller.username());
        shipments.saveAndFlush(shipment);
        var stored = shipments.saveAndFlush(other);
        audit.record(event("shipment.split", shipment).with("newShippingId", stored.shippingId()));
        return ShippingResponse.of(stored);
    }

    private static AuditEvent event(String action, Shipment shipment) {
        return AuditEvent.of(action, "shipment", shipment.shippingId()).with("orderId", shipment.orderId());
    }

    private List<Shipment> lockWithSiblings(long shippingId) {
        var orderId = shipments.findOrderId(shippingId).orElseThrow(() -> Problem.notFound("shipping", shippingId));
        return shipments.lockOrderAndShipments(orderId);
    }

    private static Shipment pick(long shippingId, List<Shipment> all, @Nullable String ifMatch) {
        var shipment = all.stream()
                .filter(each -> each.shippingId() == shippingId)
                .findFirst()
                .orElseThrow();
        ETag.check(ifMatch, shipment.version());
        return shipment;
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
