package ecommerce.product.stock;

/** The reason of a stock movement. */
public enum StockReason {
    /** Staff set an absolute quantity. */
    SET,
    IMPORTED,
    /** Goods arrived from a supplier. */
    RECEIVED,
    /** Staff corrected a wrong stock. */
    CORRECTION,
    DAMAGED,
    LOST,
    /** Goods were sent back to the supplier. */
    SENT_BACK,
    /** A count found a difference. */
    COUNTED,
    /** Pieces of a deleted product were transferred to another product. */
    TRANSFERRED,
    RESERVED,
    SOLD,
    RELEASED,
    EXPIRED,
    RETURNED,
    /** Returned pieces don't go back on sale. */
    WRITTEN_OFF
}
