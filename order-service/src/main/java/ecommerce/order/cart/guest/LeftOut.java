package ecommerce.order.cart.guest;

/**
 * Pieces of a guest's cart that aren't in the customer's cart after the merge.
 *
 * @param quantity how many pieces were left out
 */
record LeftOut(long productId, String productTitle, String sku, int quantity, Reason reason) {

    enum Reason {
        /** The cart has the product already, and none can be had now. */
        UNAVAILABLE,
        /** The cart has as many pieces as are in stock. */
        NOT_ENOUGH_STOCK,
        /** The cart has reached its limit of pieces of this product. */
        TOO_MANY_PIECES,
        /** The cart has reached its limit of products. */
        TOO_MANY_PRODUCTS
    }
}
