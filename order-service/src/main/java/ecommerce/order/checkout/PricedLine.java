package ecommerce.order.checkout;

import ecommerce.order.cart.CartLine;
import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.ProductClient.Product;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart that is ordered, and its product as it is now.
 *
 * @param seen the line with the price that the customer has seen
 * @param now null if the product isn't for sale any more
 */
record PricedLine(long productId, CartLine seen, @Nullable Product now) {

    /** A line that can't be had as it stands. */
    record Unavailable(long productId, String productTitle, int orderedQuantity, int available) {}

    /**
     * A line, at the old price and at the new one.
     *
     * @param difference of all its pieces; negative if it has become cheaper
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

    /** The price of a piece now; of a product that isn't for sale any more, the last one. */
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
