package ecommerce.shipping.shipping;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.shipping.outbox.Outbox;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ShippingService {

    private static final SortFields SORT = new SortFields(
            "shippingId", Map.of("shippingId", "shippingId", "orderId", "orderId", "createdAt", "createdAt"));

    private final ShipmentRepository shipments;
    private final Outbox outbox;

    ShippingService(ShipmentRepository shipments, Outbox outbox) {
        this.shipments = shipments;
        this.outbox = outbox;
    }

    /** The order's shipment, made now or before; 409 if the order was given up already. */
    Shipment create(long orderId, CreateShipmentRequest request, Caller caller) {
        var shipment = shipments.findByOrderId(orderId)
                .orElseGet(() -> shipments.saveAndFlush(Shipment.create(
                        orderId, request.userId(), request.address(), request.summedItems(), caller.username())));
        if (shipment.status() == ShippingStatus.CANCELLED) {
            throw Problem.conflict("The shipment of order %d is cancelled".formatted(orderId));
        }
        return shipment;
    }

    Shipment release(long orderId, Caller caller) {
        var shipment = shipments.findByOrderId(orderId)
                .orElseThrow(() -> Problem.conflict("Order %d has no shipment".formatted(orderId)));
        shipment.release(caller.username());
        return shipment;
    }

    /** Cancels the order's shipment, also one that is still to come. */
    Shipment cancel(long orderId, Caller caller) {
        var shipment = shipments.findByOrderId(orderId)
                .orElseGet(() -> shipments.saveAndFlush(Shipment.cancelBeforehand(orderId, caller.username())));
        shipment.cancel(caller.username());
        return shipment;
    }

    ShippingResponse change(
            long shippingId, ChangeShippingRequest request, @Nullable String ifMatch, Caller caller) {
        var shipment = shipments.findById(shippingId).orElseThrow(() -> Problem.notFound("shipping", shippingId));
        ETag.check(ifMatch, shipment.version());
        switch (request.shippingStatus()) {
            case SHIPPED -> shipment.ship(request.carrier(), request.trackingNumber(), caller.username());
            case DELIVERED -> shipment.deliver(caller.username());
            default -> throw Problem.invalid("shippingStatus", "must be SHIPPED or DELIVERED");
        }
        outbox.report(shipment.orderId(), shippingId, shipment.status().name());
        return ShippingResponse.of(shipments.saveAndFlush(shipment));
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
        return shipments.findById(shippingId)
                .filter(found -> caller.isAdmin() || (found.userId() != null && caller.mayActFor(found.userId())))
                .map(ShippingResponse::of)
                .orElseThrow(() -> Problem.notFound("shipping", shippingId));
    }
}
