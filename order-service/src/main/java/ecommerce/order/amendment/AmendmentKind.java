package ecommerce.order.amendment;

/** What happens to the pieces of an amendment. */
enum AmendmentKind {
    /** They don't leave. */
    CANCEL,
    /** The customer has sent them back. */
    RETURN,
    /** The carrier has lost their parcel. */
    LOST,
    /** Their parcel came back because nobody took it. */
    UNDELIVERABLE
}
