package ecommerce.product.stock;

/**
 * What there is of a product.
 *
 * @param onHand pieces in the warehouse
 * @param reserved pieces of those that are promised to orders
 */
public record Stock(long productId, int onHand, int reserved) {

    public int sellable() {
        return onHand - reserved;
    }
}
