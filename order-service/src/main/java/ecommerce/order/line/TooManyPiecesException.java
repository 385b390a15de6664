package ecommerce.order.line;

/** Thrown when a change needs more pieces of a product than the order has left. */
public class TooManyPiecesException extends IllegalStateException {

    TooManyPiecesException(long productId, int wanted, int remaining) {
        super("The order has only %d pieces of product %d left, not %d".formatted(remaining, productId, wanted));
    }
}
