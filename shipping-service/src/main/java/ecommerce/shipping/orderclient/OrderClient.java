package ecommerce.shipping.orderclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Client of order-service, for events of shipments. */
@HttpExchange("/internal/orders")
public interface OrderClient {

    record Item(long productId, int orderedQuantity) {}

    /**
     * An event of a parcel. The previous version of this service doesn't know the members that may be null.
     *
     * @param complete whether all parcels of the order have reached this status
     * @param correction whether staff have corrected a wrong status
     * @param failure why the parcel can't be delivered
     * @param restock whether the pieces of a failed parcel go back on sale
     * @param items the pieces of a failed parcel
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShipmentEvent(
            UUID eventId,
            long shippingId,
            String shippingStatus,
            Instant occurredAt,
            boolean complete,
            @Nullable Boolean correction,
            @Nullable String failure,
            @Nullable Boolean restock,
            @Nullable String reason,
            @Nullable List<Item> items) {

        public ShipmentEvent(
                UUID eventId, long shippingId, String shippingStatus, Instant occurredAt, boolean complete) {
            this(eventId, shippingId, shippingStatus, occurredAt, complete, null, null, null, null, null);
        }
    }

    /** Reports an event. The call is idempotent by the id of the event. */
    @PostExchange("/{orderId}/shipment-events")
    void report(@PathVariable long orderId, @RequestBody ShipmentEvent event);
}
