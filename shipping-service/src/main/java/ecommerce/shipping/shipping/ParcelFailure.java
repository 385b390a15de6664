package ecommerce.shipping.shipping;

/** Why a parcel won't arrive. */
enum ParcelFailure {
    /** The carrier has lost it. */
    LOST,
    /** It came back, because nobody took it. */
    UNDELIVERABLE
}
