package ecommerce.order.cart;

import ecommerce.order.line.OrderLine;
import java.util.Map;

/**
 * Changes a cart's lines within the limits.
 *
 * @param byProduct lines by product id
 */
record CartLines(Map<Long, CartLine> byProduct, CartLimits limits) {

    void add(long productId, CartLine line) {
        put(productId, line.withQuantity(line.orderedQuantity() + pieces(productId)));
    }

    /** Sets the line of a product. Refuses it if a limit is exceeded. */
    void put(long productId, CartLine line) {
        if (line.orderedQuantity() > limits.maxPieces()) {
            throw limits.tooManyPieces();
        }
        if (hasNoRoomFor(productId)) {
            throw limits.tooManyLines();
        }
        byProduct.put(productId, line);
    }

    /** Adds a guest's line as {@link Cart#take} describes. Returns the number of pieces that were added. */
    int take(long productId, CartLine line, int available) {
        if (hasNoRoomFor(productId)) {
            return 0;
        }
        var before = pieces(productId);
        var wanted = Math.min(before + line.orderedQuantity(), limits.maxPieces());
        var possible = available == 0 && before == 0 ? wanted : Math.min(wanted, available);
        if (possible <= before) {
            return 0;
        }
        byProduct.merge(productId, line.mergedWith(line, possible), (own, guests) -> own.mergedWith(guests, possible));
        return possible - before;
    }

    /**
     * Adds the lines of a refused order as far as the limits allow. Products and pieces beyond the limits are left out.
     */
    void restore(Map<Long, OrderLine> refused) {
        refused.forEach((productId, line) -> {
            if (!hasNoRoomFor(productId)) {
                var quantity = Math.min(pieces(productId) + line.orderedQuantity(), limits.maxPieces());
                byProduct.put(productId, CartLine.of(line, quantity));
            }
        });
    }

    private boolean hasNoRoomFor(long productId) {
        return !byProduct.containsKey(productId) && byProduct.size() >= limits.maxLines();
    }

    private int pieces(long productId) {
        var line = byProduct.get(productId);
        return line == null ? 0 : line.orderedQuantity();
    }
}
