package ecommerce.order.cart;

/** OPEN until, for good, it is ordered or abandoned, or, a guest's, merged into a user's. */
public enum CartStatus {
    OPEN,
    ORDERED,
    ABANDONED,
    MERGED
}
