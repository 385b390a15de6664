package ecommerce.order.line;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * An order's lines, as a view on which pieces are counted.
 *
 * @param byProduct lines by product id
 */
public record OrderLines(Map<Long, OrderLine> byProduct) {

    /** By product id, without products that have no pieces left. */
    public Map<Long, Integer> remaining() {
        return byProduct.entrySet().stream()
                .filter(line -> line.getValue().remainingQuantity() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, line -> line.getValue().remainingQuantity()));
    }

    /** Tells whether some pieces have come back, or got lost, after they had left. */
    public boolean haveLeft() {
        return byProduct.values().stream().anyMatch(line -> line.returnedQuantity() > 0);
    }

    /** Throws {@link TooManyPiecesException} if there are fewer pieces left. */
    public void require(Map<Long, Integer> pieces) {
        pieces.forEach((productId, quantity) -> {
            var line = byProduct.get(productId);
            var remaining = line == null ? 0 : line.remainingQuantity();
            if (remaining < quantity) {
                throw new TooManyPiecesException(productId, quantity, remaining);
            }
        });
    }

    /** What the customer paid for the pieces. */
    public BigDecimal price(Map<Long, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(piece ->
                        Objects.requireNonNull(byProduct.get(piece.getKey())).price(piece.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Changes the lines of the pieces. Throws {@link TooManyPiecesException} if there are fewer pieces left. */
    public void change(Map<Long, Integer> pieces, BiFunction<OrderLine, Integer, OrderLine> change) {
        require(pieces);
        pieces.forEach((productId, quantity) ->
                byProduct.computeIfPresent(productId, (_, line) -> change.apply(line, quantity)));
    }
}
