package ecommerce.order.cart.guest;

import ecommerce.order.cart.Cart;
import ecommerce.order.cart.CartLimits;
import ecommerce.order.cart.CartLine;
import ecommerce.order.productclient.ProductClient.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the lines of a guest's cart to a customer's cart.
 *
 * @param products those of the requested products that are for sale
 * @param asked the ids of the requested products; a line that the guest added later is merged without checking stock
 */
record Merge(Map<Long, Product> products, Set<Long> asked, CartLimits limits) {

    /** Merges the carts and returns the pieces that were left out. */
    List<LeftOut> merge(Cart guest, Cart own) {
        List<LeftOut> leftOut = new ArrayList<>();
        guest.lines().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            var line = entry.getValue();
            var missing = line.orderedQuantity() - own.take(entry.getKey(), line, available(entry.getKey()), limits);
            if (missing > 0) {
                leftOut.add(leftOut(entry.getKey(), line, missing, own));
            }
        });
        guest.mergeInto(own);
        return leftOut;
    }

    private int available(long productId) {
        if (!asked.contains(productId)) {
            return Integer.MAX_VALUE;
        }
        var product = products.get(productId);
        return product == null ? 0 : product.quantity();
    }

    private LeftOut leftOut(long productId, CartLine line, int missing, Cart own) {
        return new LeftOut(
                productId,
                line.productTitle(),
                line.sku(),
                missing,
                reason(own.lines().get(productId), productId));
    }

    private LeftOut.Reason reason(@Nullable CartLine own, long productId) {
        if (own == null) {
            return LeftOut.Reason.TOO_MANY_PRODUCTS;
        }
        if (own.orderedQuantity() >= limits.maxPieces()) {
            return LeftOut.Reason.TOO_MANY_PIECES;
        }
        return available(productId) == 0 ? LeftOut.Reason.UNAVAILABLE : LeftOut.Reason.NOT_ENOUGH_STOCK;
    }
}
