package ecommerce.proxyclient.desk.parcels;

import static java.util.Objects.requireNonNullElse;

import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import ecommerce.proxyclient.shippingclient.ParcelClient.StatusChange;
import ecommerce.proxyclient.shippingclient.ParcelClient.Tracking;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The carrier and the tracking number of a parcel that is shipped, or whose tracking number is corrected.
 *
 * @param reason why they are corrected; empty for a parcel that is shipped
 */
public record TrackingForm(
        String version,
        @Size(max = 100) String carrier,
        @Size(max = 100) String trackingNumber,
        @Size(max = 200) String reason)
        implements ParcelForm {

    public TrackingForm {
        version = requireNonNullElse(version, "");
        carrier = requireNonNullElse(carrier, "").strip();
        trackingNumber = requireNonNullElse(trackingNumber, "").strip();
        reason = requireNonNullElse(reason, "").strip();
    }

    StatusChange shipment() {
        return new StatusChange("SHIPPED", text(carrier), text(trackingNumber));
    }

    Tracking tracking() {
        return new Tracking(text(carrier), text(trackingNumber), text(reason));
    }

    @Override
    public boolean isDone(Parcel parcel) {
        return parcel.hasLeft()
                && parcel.failure() == null
                && Objects.equals(parcel.carrier(), text(carrier))
                && Objects.equals(parcel.trackingNumber(), text(trackingNumber));
    }

    private static @Nullable String text(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
