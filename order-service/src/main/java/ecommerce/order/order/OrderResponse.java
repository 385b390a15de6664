package ecommerce.order.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ecommerce.order.line.OrderLine;
import ecommerce.order.recipient.DeliveryAddress;
import ecommerce.order.recipient.Recipient;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order in API responses.
 *
 * @param attention the flag for staff, or null
 * @param restoredCartId the cart to which the lines of this rejected order were restored, or null
 */
public record OrderResponse(
        long orderId,
        Instant orderDate,
        @Nullable String orderDesc,
        BigDecimal orderFee,
        OrderStatus orderStatus,
        @Nullable String reason,
        @Nullable Attention attention,
        @Nullable Long restoredCartId,
        long userId,
        CartReference cart,
        List<Item> items,
        DeliveryAddress shippingAddress,
        @Nullable Recipient recipient,
        List<HistoryEntry> history,
        @JsonIgnore long version) {

    @Schema(name = "OrderedCart")
    record CartReference(long cartId, long userId) {}

    @Schema(name = "OrderedItem")
    record Item(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int orderedQuantity,
            int cancelledQuantity,
            int returnedQuantity,
            BigDecimal lineTotal) {

        private OrderLine toLine() {
            return new OrderLine(
                    orderedQuantity, productTitle, sku, imageUrl, priceUnit, cancelledQuantity, returnedQuantity);
        }
    }

    public static OrderResponse of(Order order) {
        return new OrderResponse(
                order.orderId(),
                order.orderDate(),
                order.orderDesc(),
                order.orderFee(),
                order.status(),
                order.lifecycle().reason(),
                order.lifecycle().attention(),
                order.restoredCartId(),
                order.userId(),
                new CartReference(order.cartId(), order.userId()),
                order.pieces().byProduct().entrySet().stream()
                        .map(line -> item(line.getKey(), line.getValue()))
                        .sorted(Comparator.comparing(Item::productId))
                        .toList(),
                order.address(),
                order.recipient(),
                List.copyOf(order.lifecycle().history()),
                order.version());
    }

    /** Returns whether all goods have left. */
    @JsonIgnore
    public boolean hasLeft() {
        return orderStatus == OrderStatus.SHIPPED || orderStatus == OrderStatus.DELIVERED;
    }

    @JsonIgnore
    public boolean isConfirmed() {
        return orderStatus == OrderStatus.CONFIRMED;
    }

    /** Returns the lines by product id. */
    @JsonIgnore
    public Map<Long, OrderLine> lines() {
        return items.stream().collect(Collectors.toUnmodifiableMap(Item::productId, Item::toLine));
    }

    private static Item item(long productId, OrderLine line) {
        return new Item(
                productId,
                line.productTitle(),
                line.sku(),
                line.imageUrl(),
                line.priceUnit(),
                line.orderedQuantity(),
                line.cancelledQuantity(),
                line.returnedQuantity(),
                line.total());
    }
}
