package ecommerce.order.shippingclient;

import ecommerce.defaults.serviceclient.ServiceClientAutoConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    /** @param name of the customer */
    record Recipient(
            String name, @Nullable String email, @Nullable String phone) {}

    /** @param recipient null for an order of the version before */
    record Shipment(long userId, Address address, @Nullable Recipient recipient, List<Item> items) {}

    /**
     * A parcel.
     *
     * @param failure why it won't arrive, or null
     * @param changedAt when its status last changed
     */
    record ShipmentLine(
            long shippingId,
            long orderId,
            String shippingStatus,
            @Nullable String failure,
            Instant changedAt,
            List<Item> items) {

        /** Tells whether the parcel hasn't left. */
        public boolean isWaiting() {
            return shippingStatus.equals("PENDING") || shippingStatus.equals("READY");
        }

        /** Tells whether the order waits for the parcel. */
        public boolean isExpected() {
            return failure == null && !shippingStatus.equals("CANCELLED");
        }
    }

    record ShipmentPage(List<ShipmentLine> collection) {}

    /** What a 409 tells about the parcel that is in the way. */
    record Refusal(@Nullable String shippingStatus) {

        /** The parcel's status, or null if the conflict isn't about a parcel's status. */
        public static @Nullable String statusOf(HttpClientErrorException.Conflict conflict) {
            var body = conflict.getResponseBodyAs(Refusal.class);
            return body == null ? null : body.shippingStatus();
        }
    }

    record Items(List<Item> items) {}

    /** What a 409 to {@link #cancelPieces} tells: the pieces that could be cancelled. */
    record Unshipped(@Nullable List<Item> unshipped) {

        public static boolean isIn(HttpClientErrorException.Conflict conflict) {
            var body = conflict.getResponseBodyAs(Unshipped.class);
            return body != null && body.unshipped() != null;
        }
    }

    @PutExchange("/{orderId}")
    void create(@PathVariable long orderId, @RequestBody Shipment shipment);

    @PostExchange("/{orderId}/release")
    void release(@PathVariable long orderId);

    /** 409 once something has left. */
    @PostExchange("/{orderId}/cancel")
    void cancel(@PathVariable long orderId);

    /** Names the recipient of an order's parcels that have none yet. 404 if the order has no parcel. */
    @PutExchange("/{orderId}/recipient")
    void nameRecipient(@PathVariable long orderId, @RequestBody Recipient recipient);

    /** Takes pieces out of the parcels that haven't left; 409 with {@link Unshipped} if they have. */
    @PutExchange("/{orderId}/cancellations/{reference}")
    void cancelPieces(@PathVariable long orderId, @PathVariable UUID reference, @RequestBody Items items);

    /** Of up to 500 orders, whose ids are joined by commas; those without a parcel are left out. */
    @GetExchange("/lookup")
    ShipmentPage lookUp(@RequestParam String orderIds);

    /** Page after page, by order; size counts orders. */
    @GetExchange
    ShipmentPage shipments(@RequestParam long afterOrderId, @RequestParam long upToOrderId, @RequestParam int size);
}
