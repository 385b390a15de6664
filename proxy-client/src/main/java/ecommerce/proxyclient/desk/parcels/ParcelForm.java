package ecommerce.proxyclient.desk.parcels;

import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;

/** A change of a parcel that staff typed into a form. */
public sealed interface ParcelForm permits ConfirmForm, CorrectionForm, FailureForm, SplitForm, TrackingForm {

    /** Returns the version of the parcel that the form was made from, an {@code ETag}; empty for a new form. */
    String version();

    /** Returns whether the parcel is already as the form wants it, for example because its first answer was lost. */
    boolean isDone(Parcel parcel);

    /**
     * Returns the form to show beside a parcel that has changed since the form was made. A form whose change could be made
     * twice loses what was typed.
     */
    default ParcelForm besideChanged() {
        return this;
    }
}
