package ecommerce.product.stock;

/** Why stock moved. */
public enum StockReason {
    /** Staff have given an absolute quantity. */
    SET,
    IMPORTED,
    /** Goods have come in. */
    RECEIVED,
    /** The books were wrong. */
    CORRECTION,
    DAMAGED,
    LOST,
    /** Goods have gone back to the supplier. */
    SENT_BACK,
    /** A count has found a difference. */
    COUNTED,
    /** From a deleted product to the one that is sold in its place. */
    TRANSFERRED,
    RESERVED,
    SOLD,
    RELEASED,
    EXPIRED,
    RETURNED,
    /** They came back and don't go on sale. */
    WRITTEN_OFF
}
