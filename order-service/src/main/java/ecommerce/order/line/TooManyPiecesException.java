package ecommerce.order.line;

/** An order was asked for more pieces of a product than it has left. */
public class TooManyPiecesException extends IllegalStateException {

    TooManyPiecesException(long productId, int wanted, int remaining) {
        super("The order has %d pieces of product %d left, not %d".formatted(remaining, productId, wanted));
    }
}
