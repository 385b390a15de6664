package ecommerce.shipping.parcel;

import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.shipping.orderclient.OrderClient.Item;
import ecommerce.shipping.orderclient.OrderClient.ShipmentEvent;
import ecommerce.shipping.outbox.ShipmentEvents;
import ecommerce.shipping.shipment.ParcelFailure;
import ecommerce.shipping.shipment.Shipment;
import ecommerce.shipping.shipment.ShipmentRepository;
import ecommerce.shipping.shipment.ShippingStatus;
import ecommerce.shipping.shipment.Tracking;
import ecommerce.shipping.shipping.ShippingResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects parcels, and records parcels that fail on the way. */
@Service
@Transactional
public class ParcelChanges {

    private final ShipmentRepository shipments;
    private final ShipmentEvents events;
    private final Audit audit;

    ParcelChanges(ShipmentRepository shipments, ShipmentEvents events, Audit audit) {
        this.shipments = shipments;
        this.events = events;
        this.audit = audit;
    }

    ShippingResponse track(
            long shippingId, Tracking tracking, @Nullable String why, @Nullable String ifMatch, Caller caller) {
        return change(shippingId, ifMatch, parcel -> {
            parcel.track(tracking, why, caller.username());
            audit.record(event("shipment.track", parcel, why)
                    .with("carrier", tracking.carrier())
                    .with("trackingNumber", tracking.trackingNumber()));
        });
    }

    /** Corrects the status of a parcel, and reports it so that order-service corrects the order. */
    ShippingResponse correct(
            long shippingId, ShippingStatus corrected, String why, @Nullable String ifMatch, Caller caller) {
        return change(shippingId, ifMatch, parcel -> {
            var before = parcel.status();
            parcel.correctTo(corrected, why, caller.username());
            audit.record(event("shipment.correct", parcel, why).withChange("shippingStatus", before, parcel.status()));
            events.report(parcel.orderId(), event(parcel, true, null, null, why, null));
        });
    }

    /** Records that a parcel is lost or undeliverable, and reports it so that order-service refunds its pieces. */
    ShippingResponse fail(
            long shippingId,
            ParcelFailure failure,
            boolean restock,
            String why,
            @Nullable String ifMatch,
            Caller caller) {
        return change(shippingId, ifMatch, parcel -> {
            parcel.fail(failure, why, caller.username());
            audit.record(
                    event("shipment.fail", parcel, why).with("failure", failure).with("restock", restock));
            var items = parcel.items().stream()
                    .map(item -> new Item(item.productId(), item.orderedQuantity()))
                    .toList();
            events.report(parcel.orderId(), event(parcel, null, failure.name(), restock, why, items));
            reportProgress(shipments.lockAll(parcel.orderId()));
        });
    }

    /**
     * Reports the status that all parcels have reached which the order still expects. Without this report, an order
     * whose last outstanding parcel is cancelled or lost would never be delivered.
     */
    public void reportProgress(List<Shipment> all) {
        var expected = all.stream().filter(each -> each.progress().isExpected()).toList();
        if (expected.isEmpty()
                || !expected.stream().allMatch(each -> each.status().hasReached(ShippingStatus.SHIPPED))) {
            return;
        }
        var last = expected.stream()
                .filter(each -> each.status() == ShippingStatus.SHIPPED)
                .findFirst()
                .orElseGet(expected::getLast);
        events.report(
                last.orderId(),
                new ShipmentEvent(
                        UUID.randomUUID(), last.shippingId(), last.status().name(), Instant.now(), true));
    }

    private ShippingResponse change(long shippingId, @Nullable String ifMatch, Consumer<Shipment> change) {
        var orderId = shipments.findOrderId(shippingId).orElseThrow(() -> Problem.notFound("shipping", shippingId));
        shipments.lockOrder(orderId);
        var parcel = shipments.lockAll(orderId).stream()
                .filter(each -> each.shippingId() == shippingId)
                .findFirst()
                .orElseThrow();
        ETag.check(ifMatch, parcel.version());
        change.accept(parcel);
        return ShippingResponse.of(shipments.saveAndFlush(parcel));
    }

    private static AuditEvent event(String action, Shipment parcel, @Nullable String why) {
        return AuditEvent.of(action, "shipment", parcel.shippingId())
                .with("orderId", parcel.orderId())
                .with("reason", why);
    }

    private static ShipmentEvent event(
            Shipment parcel,
            @Nullable Boolean correction,
            @Nullable String failure,
            @Nullable Boolean restock,
            String why,
            @Nullable List<Item> items) {
        return new ShipmentEvent(
                UUID.randomUUID(),
                parcel.shippingId(),
                parcel.status().name(),
                Instant.now(),
                false,
                correction,
                failure,
                restock,
                why,
                items);
    }
}
