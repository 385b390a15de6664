package ecommerce.order.amendment;

/** The cause of an amendment. */
enum AmendmentKind {
    /** The pieces are cancelled before they leave. */
    CANCEL,
    /** The customer has sent the pieces back. */
    RETURN,
    /** The carrier has lost the parcel with the pieces. */
    LOST,
    /** The parcel with the pieces came back because nobody accepted it. */
    UNDELIVERABLE
}
