package ecommerce.shipping.shipment;

/** The reason why a parcel can't be delivered. */
public enum ParcelFailure {
    /** The carrier lost the parcel. */
    LOST,
    /** The parcel came back, because nobody accepted it. */
    UNDELIVERABLE
}
