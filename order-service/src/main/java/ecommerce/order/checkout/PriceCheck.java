package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartResponse;
import ecommerce.order.line.OrderLine;
import ecommerce.order.productclient.Catalogue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Determines the prices of an order and checks that the customer has agreed to them. Reads the prices from
 * product-service once, so the prices that are checked are the prices that are charged.
 */
@Component
class PriceCheck {

    /** The largest amount that payment-service can store. */
    static final BigDecimal MAX_TOTAL = new BigDecimal("9999999999.99");

    private final Catalogue catalogue;
    private final RepresentationTags tags;
    private final OrderableCarts carts;

    PriceCheck(Catalogue catalogue, RepresentationTags tags, OrderableCarts carts) {
        this.catalogue = catalogue;
        this.tags = tags;
        this.carts = carts;
    }

    /**
     * Returns the lines at the current prices. Throws 412 if the cart doesn't match the condition. Throws 409 if a line
     * is unavailable, if the customer hasn't agreed to the price, or if the total is above {@link #MAX_TOTAL}.
     */
    Map<Long, OrderLine> price(Cart cart, CheckoutRequest request, @Nullable String ifMatch) {
        var products = catalogue.find(cart.lines().keySet());
        tags.check(ifMatch, CartResponse.of(cart, products));
        var lines = cart.lines().entrySet().stream()
                .map(line -> new PricedLine(line.getKey(), line.getValue(), products.get(line.getKey())))
                .toList();
        requireAvailable(lines);
        var priced = lines.stream().collect(Collectors.toMap(PricedLine::productId, PricedLine::toOrderLine));
        var total = OrderLine.sum(priced.values());
        requireConsent(cart, lines, total, request);
        requirePayable(total);
        return priced;
    }

    private static void requireAvailable(List<PricedLine> lines) {
        var unavailable = lines.stream()
                .filter(line -> !line.canBeHad())
                .map(PricedLine::unavailable)
                .toList();
        if (!unavailable.isEmpty()) {
            var titles = unavailable.stream()
                    .map(line ->
                            "%s (%d of %d)".formatted(line.productTitle(), line.available(), line.orderedQuantity()))
                    .collect(Collectors.joining(", "));
            throw Problem.conflict(
                    "Not available in the quantity ordered: %s. Change or remove these lines.".formatted(titles),
                    Map.of("unavailable", unavailable));
        }
    }

    /**
     * Checks the customer's consent. With an expected total, the total must equal it. Without one, no line may cost
     * more than the customer was shown.
     */
    private void requireConsent(Cart cart, List<PricedLine> lines, BigDecimal total, CheckoutRequest request) {
        var expected = request.expectedTotal();
        if (expected != null) {
            requireTotal(cart, lines, total, expected);
            return;
        }
        if (lines.stream().anyMatch(line -> line.isDearerThanAgreed(request.acceptsPriceChanges()))) {
            var dearer = lines.stream()
                    .filter(line -> line.isDearerThanAgreed(false))
                    .toList();
            var detail = "The price of a product in the cart has risen. Accept the new prices or change the cart.";
            throw refusal(cart, dearer, detail, Map.of("total", total, "priceChanges", differences(dearer)));
        }
    }

    private void requireTotal(Cart cart, List<PricedLine> lines, BigDecimal total, BigDecimal expected) {
        if (total.compareTo(expected) != 0) {
            var detail = "The order costs %s, not %s. Check its lines and order again.".formatted(total, expected);
            var changed = lines.stream().filter(PricedLine::changedPrice).toList();
            var members = Map.of(
                    "total",
                    total,
                    "expectedTotal",
                    expected,
                    "lines",
                    differences(lines),
                    "priceChanges",
                    differences(changed));
            throw refusal(cart, lines, detail, members);
        }
    }

    /** Stores the prices before the customer sees them, so that the customer can accept exactly these prices. */
    private ErrorResponseException refusal(Cart cart, List<PricedLine> shown, String detail, Map<String, ?> members) {
        carts.offer(cart.cartId(), shown.stream().collect(Collectors.toMap(PricedLine::productId, PricedLine::price)));
        return Problem.conflict(detail, members);
    }

    private static List<PricedLine.Difference> differences(List<PricedLine> lines) {
        return lines.stream()
                .map(PricedLine::difference)
                .sorted(Comparator.comparing(PricedLine.Difference::productId))
                .toList();
    }

    private static void requirePayable(BigDecimal total) {
        if (total.compareTo(MAX_TOTAL) > 0) {
            throw Problem.conflict(
                    "The order costs %s, but the maximum is %s. Order fewer pieces.".formatted(total, MAX_TOTAL));
        }
    }
}
