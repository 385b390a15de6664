package ecommerce.proxyclient.orderclient;

import ecommerce.proxyclient.listing.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Places, reads, cancels and returns orders. */
@HttpExchange("/api")
public interface OrderClient {

    /**
     * An order.
     *
     * @param orderStatus one of order-service's statuses; later versions may add some
     * @param restoredCartId the cart to which the lines of a rejected order were restored
     */
    record Order(
            long orderId,
            Instant orderDate,
            @Nullable String orderDesc,
            BigDecimal orderFee,
            String orderStatus,
            @Nullable String reason,
            @Nullable Attention attention,
            @Nullable Long restoredCartId,
            long userId,
            List<Item> items,
            Address shippingAddress,
            @Nullable Recipient recipient,
            List<HistoryEntry> history) {

        public boolean isPending() {
            return orderStatus.equals("PENDING");
        }

        public boolean isRejected() {
            return orderStatus.equals("REJECTED");
        }

        public boolean isDelivered() {
            return orderStatus.equals("DELIVERED");
        }

        /** Returns whether the order is confirmed and nothing has left, so that it may be cancelled. */
        public boolean isCancellable() {
            return orderStatus.equals("CONFIRMED");
        }
    }

    record Attention(Instant since, String reason) {}

    record Item(
            long productId,
            String productTitle,
            BigDecimal priceUnit,
            int orderedQuantity,
            int cancelledQuantity,
            int returnedQuantity,
            BigDecimal lineTotal) {

        /** Returns the pieces that were neither cancelled nor returned. */
        public int remaining() {
            return orderedQuantity - cancelledQuantity - returnedQuantity;
        }
    }

    record Address(String fullAddress, String postalCode, String city) {}

    record Recipient(
            String name, @Nullable String email, @Nullable String phone) {}

    record HistoryEntry(
            Instant at, String by, String to, @Nullable String reason) {}

    /**
     * A change of some pieces of an order.
     *
     * @param kind {@code CANCEL}, {@code RETURN}, or another cause; later versions may add some
     * @param refundAmount the amount that the customer gets back; 0 until the change begins
     * @param refusal why staff or a service refused it
     */
    record Amendment(
            String kind,
            String amendmentStatus,
            List<Pieces> items,
            BigDecimal refundAmount,
            @Nullable String refusal) {

        public boolean isInProgress() {
            return amendmentStatus.equals("WAITING") || amendmentStatus.equals("RUNNING");
        }

        public boolean isOpenReturn() {
            return kind.equals("RETURN") && (amendmentStatus.equals("REQUESTED") || amendmentStatus.equals("ACCEPTED"));
        }
    }

    record Pieces(long productId, int orderedQuantity) {}

    record ReturnRequest(List<Pieces> items, String reason) {}

    record PlaceOrder(
            CartReference cart,
            @Nullable String orderDesc,
            long addressId,
            @Nullable String paymentToken,
            BigDecimal expectedTotal) {}

    record CartReference(long cartId) {}

    record Cancellation(@Nullable String reason) {}

    /** Lists the orders of the signed-in user. Without {@code userId}, staff would get those of all customers. */
    @GetExchange("/orders?userId=me&sort=orderDate,desc")
    Listing<Order> ownOrders(@RequestParam int page);

    @GetExchange("/orders/{orderId}")
    Order order(@PathVariable long orderId);

    @PostExchange("/orders")
    Order place(@RequestBody PlaceOrder order, @RequestHeader("Idempotency-Key") String key);

    @GetExchange("/orders/{orderId}/amendments?sort=requestedAt")
    Listing<Amendment> amendments(@PathVariable long orderId, @RequestParam int size, @RequestParam int page);

    @PostExchange("/orders/{orderId}/return-requests")
    void requestReturn(@PathVariable long orderId, @RequestBody ReturnRequest request);

    @PostExchange("/orders/{orderId}/cancel")
    void cancel(@PathVariable long orderId, @RequestBody Cancellation cancellation);
}
