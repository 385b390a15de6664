package ecommerce.order.order;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** So many pieces of a product, at the price of the moment of ordering. */
@Embeddable
public record OrderLine(
        int orderedQuantity, String productTitle, String sku, @Nullable String imageUrl, BigDecimal priceUnit) {

    public BigDecimal total() {
        return priceUnit.multiply(BigDecimal.valueOf(orderedQuantity));
    }
}
