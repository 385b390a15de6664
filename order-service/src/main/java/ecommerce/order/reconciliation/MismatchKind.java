package ecommerce.order.reconciliation;

/** The kinds of mismatch between an order and the rest of the shop. */
enum MismatchKind {
    CHECKOUT_LOST,
    /** The order has a task and no flag, but stays at the same step. */
    NOT_MOVING,
    STOCK_NOT_SOLD,
    STOCK_NOT_RETURNED,
    PAYMENT_NOT_CAPTURED,
    PAYMENT_NOT_RETURNED,
    PAYMENT_REFUNDED,
    SHIPMENT_DIFFERS,
    SHIPMENT_NOT_RELEASED,
    SHIPMENT_NOT_CANCELLED,
    RESERVATION_WITHOUT_ORDER,
    PAYMENT_WITHOUT_ORDER,
    SHIPMENT_WITHOUT_ORDER
}
