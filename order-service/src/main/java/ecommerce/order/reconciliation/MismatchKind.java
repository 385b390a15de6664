package ecommerce.order.reconciliation;

/** The ways in which an order and the rest of the shop can disagree. */
enum MismatchKind {
    CHECKOUT_LOST,
    /** There is a task, and no flag, but the order doesn't move. */
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
