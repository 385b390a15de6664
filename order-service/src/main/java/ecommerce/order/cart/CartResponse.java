package ecommerce.order.cart;

import ecommerce.order.productclient.ProductClient.Product;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart in API responses. A user's cart is identified by its number, a guest's cart only by its secret id.
 *
 * @param total the sum of the line totals
 * @param priced whether the prices are the catalogue's current prices
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
     * A line of the cart. A line that is unavailable stays in the cart, with 0 in {@code available}.
     *
     * @param lineTotal the price of the pieces that can be bought: the ordered pieces, but at most those available
     * @param available the number of pieces that can be sold now; absent if unknown, 0 if the product is no longer for
     *     sale
     */
    @Schema(name = "CartItem")
    public record Item(
            long productId,
            String productTitle,
            String sku,
            @Nullable String imageUrl,
            BigDecimal priceUnit,
            int orderedQuantity,
            BigDecimal lineTotal,
            @Nullable Integer available) {}

    /** @param products the current products, or null if product-service is unavailable */
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
                : snapshot(productId, CatalogueLines.of(product, line.orderedQuantity()), product.quantity());
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
