package ecommerce.order.step;

/** Tells how much of an order is undone when a step is refused or given up. */
public enum Undo {
    /** Nothing. The step is retried until it succeeds. */
    NONE,
    /** The reservation of the stock. */
    STOCK,
    /** The reservation of the stock and the payment. */
    STOCK_AND_PAYMENT,
    /** The shipment, the stock and the payment. */
    ALL
}
