package ecommerce.order.cart;

import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.ProductClient.Product;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** So many pieces of a product, with title and price as the customer saw them when the line was last changed. */
@Embeddable
public record CartLine(
        int orderedQuantity, String productTitle, String sku, @Nullable String imageUrl, BigDecimal priceUnit) {

    static CartLine of(Product product, int quantity) {
        return new CartLine(
                quantity, product.productTitle(), product.sku(), product.imageUrl(), product.priceUnit());
    }

    /** The product as it was ordered. */
    static CartLine of(OrderLine ordered, int quantity) {
        return new CartLine(
                quantity, ordered.productTitle(), ordered.sku(), ordered.imageUrl(), ordered.priceUnit());
    }
}
