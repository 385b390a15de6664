package ecommerce.order.cart;

import ecommerce.order.productclient.ProductClient.Product;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart as the API shows it: a user's by its number, a guest's by its secret id alone.
 *
 * @param total of the lines, which count what can be bought
 * @param priced whether the prices are the catalogue's of this moment
 */
public record CartResponse(
        @Nullable Long cartId,
        @Nullable Long userId,
        @Nullable UUID guestCartId,
        CartStatus cartStatus,
        List<Item> items,
        BigDecimal total,
        boolean priced) {

    /**
     * A line. One that can't be had stays, with nothing {@code available}.
     *
     * @param lineTotal the price of the pieces that can be bought: of the ordered ones, as many as are available
     * @param available how many can be sold now; absent where that isn't known, zero for what isn't for sale any more
     */
    public record Item(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int orderedQuantity,
            BigDecimal lineTotal,
            @Nullable Integer available) {}

    /** @param products the present products, or null if product-service doesn't answer */
    public static CartResponse of(Cart cart, @Nullable Map<Long, Product> products) {
        var live = cart.status() == CartStatus.OPEN ? products : null;
        var items = cart.lines().entrySet().stream()
                .map(line -> live == null
                        ? snapshot(line.getKey(), line.getValue(), null)
                        : item(line.getKey(), line.getValue(), live.get(line.getKey())))
                .sorted(Comparator.comparing(Item::productId))
                .toList();
        var total = items.stream().map(Item::lineTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CartResponse(
                cart.guestCartId() == null ? cart.cartId() : null,
                cart.userId(),
                cart.guestCartId(),
                cart.status(),
                items,
                total,
                live != null);
    }

    private static Item item(long productId, CartLine line, @Nullable Product product) {
        return product == null
                ? snapshot(productId, line, 0)
                : snapshot(productId, CartLine.of(product, line.orderedQuantity()), product.quantity());
    }

    private static Item snapshot(long productId, CartLine line, @Nullable Integer available) {
        var bought = available == null ? line.orderedQuantity() : Math.min(line.orderedQuantity(), available);
        var lineTotal = line.priceUnit().multiply(BigDecimal.valueOf(bought));
        return new Item(
                productId,
                line.productTitle(),
                line.sku(),
                line.imageUrl(),
                line.priceUnit(),
                line.orderedQuantity(),
                lineTotal,
                available);
    }
}
