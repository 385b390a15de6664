package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartLine;
import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.Catalogue;
import ecommerce.order.productclient.ProductClient.Product;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Fixes the prices of a cart's lines. A price above the one that the customer has seen needs the customer's consent, and
 * the total must be a sum that can be paid.
 */
@Component
class PriceCheck {

    /** The largest amount that payment-service can store. */
    static final BigDecimal MAX_TOTAL = new BigDecimal("9999999999.99");

    private record PriceChange(long productId, String productTitle, BigDecimal oldPrice, BigDecimal newPrice) {}

    private final Catalogue catalogue;

    PriceCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Returns the lines at the present prices. Answers 409 if a product isn't for sale any more, if one has become dearer
     * and that isn't accepted, or if the total is above {@link #MAX_TOTAL}.
     */
    Map<Long, OrderLine> price(Cart cart, boolean acceptPriceChanges) {
        var lines = cart.lines();
        var products = catalogue.find(lines.keySet());
        var gone = lines.entrySet().stream()
                .filter(line -> !products.containsKey(line.getKey()))
                .map(line -> Map.of("productId", line.getKey(), "productTitle", line.getValue().productTitle()))
                .toList();
        if (!gone.isEmpty()) {
            throw Problem.conflict("Something in the cart isn't for sale any more", Map.of("unavailable", gone));
        }
        var dearer = lines.entrySet().stream()
                .filter(line -> products.get(line.getKey()).priceUnit().compareTo(line.getValue().priceUnit()) > 0)
                .map(line -> priceChange(line.getValue(), products.get(line.getKey())))
                .toList();
        if (!dearer.isEmpty() && !acceptPriceChanges) {
            throw Problem.conflict("Something in the cart has become dearer", Map.of("priceChanges", dearer));
        }
        Map<Long, OrderLine> priced = new HashMap<>();
        lines.forEach((id, line) -> priced.put(id, orderLine(line.orderedQuantity(), products.get(id))));
        requirePayable(priced);
        return priced;
    }

    private static void requirePayable(Map<Long, OrderLine> lines) {
        var total = OrderLine.sum(lines.values());
        if (total.compareTo(MAX_TOTAL) > 0) {
            throw Problem.conflict(
                    "The order costs %s, but at most %s can be paid; order fewer pieces".formatted(total, MAX_TOTAL));
        }
    }

    private static PriceChange priceChange(CartLine seen, Product now) {
        return new PriceChange(now.productId(), now.productTitle(), seen.priceUnit(), now.priceUnit());
    }

    private static OrderLine orderLine(int quantity, Product product) {
        return new OrderLine(
                quantity, product.productTitle(), product.sku(), product.imageUrl(), product.priceUnit());
    }
}
