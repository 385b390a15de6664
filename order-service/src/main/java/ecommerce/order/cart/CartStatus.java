package ecommerce.order.cart;

/** OPEN until, for good, it is ordered or abandoned. */
public enum CartStatus {
    OPEN,
    ORDERED,
    ABANDONED
}
