package ecommerce.order.shippingclient;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

@HttpExchange("/internal/shippings")
public interface ShippingClient {

    record Address(String fullAddress, String postalCode, String city) {}

    record Item(long productId, int orderedQuantity) {}

    /** @param name the customer's name */
    record Recipient(
            String name, @Nullable String email, @Nullable String phone) {}

    /** @param recipient null for an order of the previous version */
    record Shipment(long userId, Address address, @Nullable Recipient recipient, List<Item> items) {}

    /**
     * A parcel of an order.
     *
     * @param failure why the parcel won't arrive, or null
     * @param changedAt when the parcel's status last changed
     */
    record ShipmentLine(
            long shippingId,
            long orderId,
            String shippingStatus,
            @Nullable String failure,
            Instant changedAt,
            List<Item> items) {

        /** Returns whether the parcel hasn't left. */
        public boolean isWaiting() {
            return shippingStatus.equals("PENDING") || shippingStatus.equals("READY");
        }

        /** Returns whether the parcel is neither cancelled nor failed. */
        public boolean isExpected() {
            return failure == null && !shippingStatus.equals("CANCELLED");
        }
    }

    record ShipmentPage(List<ShipmentLine> collection) {}

    /** The body of a 409 that a parcel's status causes. */
    record Refusal(@Nullable String shippingStatus) {

        /** Returns the parcel's status, or null if the conflict has another cause. */
        public static @Nullable String statusOf(HttpClientErrorException.Conflict conflict) {
            var body = conflict.getResponseBodyAs(Refusal.class);
            return body == null ? null : body.shippingStatus();
        }
    }

    record Items(List<Item> items) {}

    /** The body of a 409 to {@link #cancelPieces}: the pieces that can still be cancelled. */
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

    /** Cancels all parcels of an order. Responds with 409 if a parcel has left. */
    @PostExchange("/{orderId}/cancel")
    void cancel(@PathVariable long orderId);

    /** Sets the recipient of an order's parcels that have none. Responds with 404 if the order has no parcel. */
    @PutExchange("/{orderId}/recipient")
    void nameRecipient(@PathVariable long orderId, @RequestBody Recipient recipient);

    /**
     * Removes pieces from the parcels that haven't left. Responds with 409 and {@link Unshipped} if the pieces have
     * left.
     */
    @PutExchange("/{orderId}/cancellations/{reference}")
    void cancelPieces(@PathVariable long orderId, @PathVariable UUID reference, @RequestBody Items items);

    /** Finds the parcels of up to 500 orders. The ids are joined by commas. Orders without a parcel are left out. */
    @GetExchange("/lookup")
    ShipmentPage lookUp(@RequestParam String orderIds);

    /** Lists parcels in pages, sorted by order id. The size counts orders. */
    @GetExchange
    ShipmentPage shipments(@RequestParam long afterOrderId, @RequestParam long upToOrderId, @RequestParam int size);
}
