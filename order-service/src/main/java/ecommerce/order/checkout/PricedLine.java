package ecommerce.order.checkout;

import ecommerce.order.cart.CartLine;
import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.ProductClient.Product;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart that is being ordered, with the current state of its product.
 *
 * @param seen the line with the price that the customer has seen
 * @param now null if the product is no longer for sale
 */
record PricedLine(long productId, CartLine seen, @Nullable Product now) {

    /** A line whose quantity isn't available. */
    record Unavailable(long productId, String productTitle, int orderedQuantity, int available) {}

    /**
     * A line at the price that the customer has seen and at the current price.
     *
     * @param difference the price difference of all pieces of the line; negative if the price fell
     */
    record Difference(
            long productId,
            String productTitle,
            int orderedQuantity,
            BigDecimal oldPrice,
            BigDecimal newPrice,
            BigDecimal difference) {}

    int available() {
        return now == null ? 0 : now.quantity();
    }

    boolean canBeHad() {
        return seen.orderedQuantity() <= available();
    }

    /** Returns the current price of a piece, or the last known price if the product is no longer for sale. */
    BigDecimal price() {
        return now == null ? seen.priceUnit() : now.priceUnit();
    }

    boolean changedPrice() {
        return price().compareTo(seen.priceUnit()) != 0;
    }

    boolean isDearerThanAgreed(boolean acceptsOffer) {
        return price().compareTo(seen.agreedPrice(acceptsOffer)) > 0;
    }

    Unavailable unavailable() {
        return new Unavailable(productId, title(), seen.orderedQuantity(), available());
    }

    Difference difference() {
        var pieces = BigDecimal.valueOf(seen.orderedQuantity());
        var difference = price().subtract(seen.priceUnit()).multiply(pieces);
        return new Difference(productId, title(), seen.orderedQuantity(), seen.priceUnit(), price(), difference);
    }

    OrderLine toOrderLine() {
        return now == null
                ? new OrderLine(seen.orderedQuantity(), seen.productTitle(), seen.sku(), seen.imageUrl(), price())
                : new OrderLine(seen.orderedQuantity(), now.productTitle(), now.sku(), now.imageUrl(), price());
    }

    private String title() {
        return now == null ? seen.productTitle() : now.productTitle();
    }
}
