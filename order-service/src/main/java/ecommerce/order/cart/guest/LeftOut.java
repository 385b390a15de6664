package ecommerce.order.cart.guest;

/**
 * Pieces of a guest's cart that the merge didn't add to the customer's cart.
 *
 * @param quantity the number of pieces that were left out
 */
record LeftOut(long productId, String productTitle, String sku, int quantity, Reason reason) {

    enum Reason {
        /** The cart already has the product, and none is available now. */
        UNAVAILABLE,
        /** The cart has as many pieces of the product as are in stock. */
        NOT_ENOUGH_STOCK,
        /** The cart has reached its limit of pieces of this product. */
        TOO_MANY_PIECES,
        /** The cart has reached its limit of products. */
        TOO_MANY_PRODUCTS
    }
}
