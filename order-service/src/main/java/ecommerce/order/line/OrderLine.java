package ecommerce.order.line;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order: a product, its quantity, and its price when it was ordered.
 *
 * @param cancelledQuantity pieces that were cancelled before they left
 * @param returnedQuantity pieces that came back or were lost after they had left
 */
@Embeddable
public record OrderLine(
        int orderedQuantity,
        String productTitle,
        String sku,
        @Nullable String imageUrl,
        BigDecimal priceUnit,
        int cancelledQuantity,
        int returnedQuantity) {

    public OrderLine(
            int orderedQuantity, String productTitle, String sku, @Nullable String imageUrl, BigDecimal priceUnit) {
        this(orderedQuantity, productTitle, sku, imageUrl, priceUnit, 0, 0);
    }

    /** Returns the sum of the line totals. */
    public static BigDecimal sum(Collection<OrderLine> lines) {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the price of this number of pieces. */
    public BigDecimal price(int quantity) {
        return priceUnit.multiply(BigDecimal.valueOf(quantity));
    }

    /** Returns the number of pieces that were neither cancelled nor returned. */
    public int remainingQuantity() {
        return orderedQuantity - cancelledQuantity - returnedQuantity;
    }

    /** Returns the price of all ordered pieces. */
    public BigDecimal total() {
        return price(orderedQuantity);
    }

    /** Returns the line with more cancelled pieces. */
    public OrderLine cancel(int quantity) {
        return new OrderLine(
                orderedQuantity,
                productTitle,
                sku,
                imageUrl,
                priceUnit,
                cancelledQuantity + quantity,
                returnedQuantity);
    }

    /** Returns the line with more returned pieces. */
    public OrderLine takeBack(int quantity) {
        return new OrderLine(
                orderedQuantity,
                productTitle,
                sku,
                imageUrl,
                priceUnit,
                cancelledQuantity,
                returnedQuantity + quantity);
    }
}
