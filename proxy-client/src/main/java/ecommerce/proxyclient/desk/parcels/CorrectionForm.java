package ecommerce.proxyclient.desk.parcels;

import static java.util.Objects.requireNonNullElse;

import ecommerce.proxyclient.shippingclient.ParcelClient.Correction;
import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Corrects a parcel that was marked as shipped or delivered by mistake.
 *
 * @param shippingStatus the earlier status: {@code READY} or {@code SHIPPED}
 */
public record CorrectionForm(
        String version,
        String shippingStatus,
        @NotBlank @Size(max = 200) String reason) implements ParcelForm {

    public CorrectionForm {
        version = requireNonNullElse(version, "");
        shippingStatus = requireNonNullElse(shippingStatus, "");
        reason = requireNonNullElse(reason, "").strip();
    }

    Correction correction() {
        return new Correction(shippingStatus, reason);
    }

    @Override
    public boolean isDone(Parcel parcel) {
        return parcel.shippingStatus().equals(shippingStatus)
                && !parcel.history().isEmpty()
                && reason.equals(parcel.history().getLast().reason());
    }
}
