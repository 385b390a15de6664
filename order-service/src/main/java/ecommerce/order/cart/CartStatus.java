package ecommerce.order.cart;

/**
 * The status of a cart. An OPEN cart becomes ORDERED or ABANDONED; a guest's cart can also become MERGED into a user's
 * cart. The last three are final.
 */
public enum CartStatus {
    OPEN,
    ORDERED,
    ABANDONED,
    MERGED
}
