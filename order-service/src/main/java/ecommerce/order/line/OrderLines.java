package ecommerce.order.line;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A view of an order's lines that counts pieces.
 *
 * @param byProduct lines by product id
 */
public record OrderLines(Map<Long, OrderLine> byProduct) {

    /** Returns the remaining quantities by product id, without products that have none. */
    public Map<Long, Integer> remaining() {
        return byProduct.entrySet().stream()
                .filter(line -> line.getValue().remainingQuantity() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, line -> line.getValue().remainingQuantity()));
    }

    /** Returns whether some pieces came back or were lost after they had left. */
    public boolean haveLeft() {
        return byProduct.values().stream().anyMatch(line -> line.returnedQuantity() > 0);
    }

    /** Checks the quantities. Throws {@link TooManyPiecesException} if an order line has fewer pieces left. */
    public void require(Map<Long, Integer> pieces) {
        pieces.forEach((productId, quantity) -> {
            var line = byProduct.get(productId);
            var remaining = line == null ? 0 : line.remainingQuantity();
            if (remaining < quantity) {
                throw new TooManyPiecesException(productId, quantity, remaining);
            }
        });
    }

    /** Returns the price that the customer paid for the pieces. */
    public BigDecimal price(Map<Long, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(piece ->
                        Objects.requireNonNull(byProduct.get(piece.getKey())).price(piece.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Changes the lines of the given pieces. Throws {@link TooManyPiecesException} if an order line has fewer pieces
     * left.
     */
    public void change(Map<Long, Integer> pieces, BiFunction<OrderLine, Integer, OrderLine> change) {
        require(pieces);
        pieces.forEach((productId, quantity) ->
                byProduct.computeIfPresent(productId, (_, line) -> change.apply(line, quantity)));
    }
}
