package ecommerce.order.cart;

import ecommerce.order.line.OrderLine;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart: a product and its quantity, with the title and price that the customer saw when the line was last
 * changed.
 *
 * @param offeredPrice the price that the last refused order showed for this line; null if it showed none
 */
@Embeddable
public record CartLine(
        int orderedQuantity,
        String productTitle,
        String sku,
        @Nullable String imageUrl,
        BigDecimal priceUnit,
        @Nullable BigDecimal offeredPrice) {

    /** Returns a line for a product of an order, at the ordered price. */
    static CartLine of(OrderLine ordered, int quantity) {
        return new CartLine(
                quantity, ordered.productTitle(), ordered.sku(), ordered.imageUrl(), ordered.priceUnit(), null);
    }

    /** Returns the line with another quantity and the lower of both prices. */
    CartLine mergedWith(CartLine other, int quantity) {
        return new CartLine(quantity, productTitle, sku, imageUrl, priceUnit.min(other.priceUnit), null);
    }

    CartLine withQuantity(int quantity) {
        return new CartLine(quantity, productTitle, sku, imageUrl, priceUnit, offeredPrice);
    }

    CartLine offeredAt(@Nullable BigDecimal price) {
        return new CartLine(orderedQuantity, productTitle, sku, imageUrl, priceUnit, price);
    }

    /**
     * Returns the highest price that the customer has agreed to.
     *
     * @param acceptsOffer whether the customer accepts the price that the last refused order showed
     */
    public BigDecimal agreedPrice(boolean acceptsOffer) {
        return acceptsOffer && offeredPrice != null ? priceUnit.max(offeredPrice) : priceUnit;
    }
}
