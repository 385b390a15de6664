package ecommerce.order.line;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of a product, at the price of the moment of ordering.
 *
 * @param cancelledQuantity pieces that were cancelled before they left
 * @param returnedQuantity pieces that came back or got lost after they had left
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

    /** What all the lines cost together. */
    public static BigDecimal sum(Collection<OrderLine> lines) {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the price of this number of pieces. */
    public BigDecimal price(int quantity) {
        return priceUnit.multiply(BigDecimal.valueOf(quantity));
    }

    /** The pieces that were neither cancelled nor returned. */
    public int remainingQuantity() {
        return orderedQuantity - cancelledQuantity - returnedQuantity;
    }

    /** What the ordered pieces cost. */
    public BigDecimal total() {
        return price(orderedQuantity);
    }

    /** The line with more cancelled pieces. */
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

    /** The line with more returned pieces. */
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
