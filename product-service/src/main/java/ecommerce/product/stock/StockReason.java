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
    RETURNED,
    /** They came back and don't go on sale. */
    WRITTEN_OFF
}
