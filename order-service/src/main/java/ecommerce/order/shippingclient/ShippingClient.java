package ecommerce.order.shippingclient;

import ecommerce.defaults.serviceclient.ServiceClientAutoConfiguration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.annotation.ClientRegistrationId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

@HttpExchange("/internal/shippings")
@ClientRegistrationId(ServiceClientAutoConfiguration.SERVICE)
public interface ShippingClient {

    record Address(String fullAddress, String postalCode, String city) {}

    record Item(long productId, int orderedQuantity) {}

    record Shipment(long userId, Address address, List<Item> items) {}

    /** @param changedAt when its status last changed */
    record ShipmentLine(
            long shippingId, long orderId, String shippingStatus, Instant changedAt, List<Item> items) {}

    record ShipmentPage(List<ShipmentLine> collection) {}

    /** What a 409 tells about the parcel that is in the way. */
    record Refusal(@Nullable String shippingStatus) {

        /** The parcel's status, or null if the conflict isn't about a parcel's status. */
        public static @Nullable String statusOf(HttpClientErrorException.Conflict conflict) {
            var body = conflict.getResponseBodyAs(Refusal.class);
            return body == null ? null : body.shippingStatus();
        }
    }

    @PutExchange("/{orderId}")
    void create(@PathVariable long orderId, @RequestBody Shipment shipment);

    @PostExchange("/{orderId}/release")
    void release(@PathVariable long orderId);

    /** 409 once something has left. */
    @PostExchange("/{orderId}/cancel")
    void cancel(@PathVariable long orderId);

    /** Page after page, by order; size counts orders. */
    @GetExchange
    ShipmentPage shipments(@RequestParam long afterOrderId, @RequestParam long upToOrderId, @RequestParam int size);
}
