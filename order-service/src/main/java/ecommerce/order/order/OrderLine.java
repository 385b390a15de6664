package ecommerce.order.order;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** So many pieces of a product, at the price of the moment of ordering. */
@Embeddable
public record OrderLine(
        int orderedQuantity, String productTitle, String sku, @Nullable String imageUrl, BigDecimal priceUnit) {

    /** What all the lines cost together. */
    public static BigDecimal sum(Collection<OrderLine> lines) {
        return lines.stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal total() {
        return priceUnit.multiply(BigDecimal.valueOf(orderedQuantity));
    }
}
