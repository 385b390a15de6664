package ecommerce.proxyclient.desk.parcels;

import static java.util.Objects.requireNonNullElse;

import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import ecommerce.proxyclient.shippingclient.ParcelClient.StatusChange;

/** Confirms that a parcel was delivered. */
public record ConfirmForm(String version) implements ParcelForm {

    public ConfirmForm {
        version = requireNonNullElse(version, "");
    }

    StatusChange delivery() {
        return new StatusChange("DELIVERED", null, null);
    }

    @Override
    public boolean isDone(Parcel parcel) {
        return parcel.isDelivered() && parcel.failure() == null;
    }
}
