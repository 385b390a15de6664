package ecommerce.product.stock;

/**
 * The stock of a product.
 *
 * @param onHand pieces in the warehouse
 * @param reserved pieces on hand that are reserved for orders
 */
public record Stock(long productId, int onHand, int reserved) {

    public int sellable() {
        return onHand - reserved;
    }
}
