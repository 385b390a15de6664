package ecommerce.shipping.orderclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import ecommerce.defaults.serviceclient.ServiceClientAutoConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** order-service, as far as shipments are its business. */
@HttpExchange("/internal/orders")
@ClientRegistrationId(ServiceClientAutoConfiguration.SERVICE)
public interface OrderClient {

    record Item(long productId, int orderedQuantity) {}

    /**
     * What has happened to a parcel. The version before doesn't know the members that may be null.
     *
     * @param complete whether all of the order's parcels have come as far
     * @param correction whether staff have put a wrong status right
     * @param failure why the parcel won't arrive
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

    /** May be repeated with the same event. */
    @PostExchange("/{orderId}/shipment-events")
    void report(@PathVariable long orderId, @RequestBody ShipmentEvent event);
}
