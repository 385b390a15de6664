package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartLine;
import ecommerce.order.order.OrderLine;
import ecommerce.order.productclient.Catalogue;
import ecommerce.order.productclient.ProductClient.Product;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prices a cart's lines for good, and never at more than the customer has seen without being asked. */
@Component
class PriceCheck {

    private record PriceChange(long productId, String productTitle, BigDecimal oldPrice, BigDecimal newPrice) {}

    private final Catalogue catalogue;

    PriceCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** 409 that names what isn't for sale any more, or what has become dearer unless that is accepted. */
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
        return priced;
    }

    private static PriceChange priceChange(CartLine seen, Product now) {
        return new PriceChange(now.productId(), now.productTitle(), seen.priceUnit(), now.priceUnit());
    }

    private static OrderLine orderLine(int quantity, Product product) {
        return new OrderLine(
                quantity, product.productTitle(), product.sku(), product.imageUrl(), product.priceUnit());
    }
}
