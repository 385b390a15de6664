package ecommerce.order.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. */
public record OrderResponse(
        long orderId,
        Instant orderDate,
        @Nullable String orderDesc,
        BigDecimal orderFee,
        OrderStatus orderStatus,
        @Nullable String reason,
        long userId,
        CartReference cart,
        List<Item> items,
        DeliveryAddress shippingAddress,
        List<HistoryEntry> history,
        @JsonIgnore long version) {

    record CartReference(long cartId, long userId) {}

    record Item(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int orderedQuantity,
            BigDecimal lineTotal) {}

    public static OrderResponse of(Order order) {
        return new OrderResponse(
                order.orderId(),
                order.orderDate(),
                order.orderDesc(),
                order.orderFee(),
                order.status(),
                order.reason(),
                order.userId(),
                new CartReference(order.cartId(), order.userId()),
                order.lines().entrySet().stream()
                        .map(line -> item(line.getKey(), line.getValue()))
                        .sorted(Comparator.comparing(Item::productId))
                        .toList(),
                order.address(),
                List.copyOf(order.history()),
                order.version());
    }

    private static Item item(long productId, OrderLine line) {
        return new Item(
                productId,
                line.productTitle(),
                line.sku(),
                line.imageUrl(),
                line.priceUnit(),
                line.orderedQuantity(),
                line.total());
    }
}
