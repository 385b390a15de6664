package ecommerce.product.stock;

/** Why stock moved. */
public enum StockReason {
    /** Staff have counted. */
    SET,
    IMPORTED,
    RESERVED,
    SOLD,
    RELEASED,
    EXPIRED,
    RETURNED
}
