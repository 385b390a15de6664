package ecommerce.proxyclient.desk.parcels;

import static java.util.Objects.requireNonNullElse;

import ecommerce.proxyclient.shippingclient.ParcelClient.Failure;
import ecommerce.proxyclient.shippingclient.ParcelClient.Parcel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a parcel is lost, or that it came back.
 *
 * @param failure {@code LOST} or {@code UNDELIVERABLE}
 * @param restock whether the pieces of a parcel that came back go on sale again; absent if not
 */
public record FailureForm(
        String version,
        @NotBlank String failure,
        @Nullable Boolean restock,
        @NotBlank @Size(max = 200) String reason) implements ParcelForm {

    public FailureForm {
        version = requireNonNullElse(version, "");
        failure = requireNonNullElse(failure, "");
        reason = requireNonNullElse(reason, "").strip();
    }

    public boolean isRestocked() {
        return Boolean.TRUE.equals(restock);
    }

    Failure report() {
        return new Failure(failure, isRestocked(), reason);
    }

    /** Returns false for a report that restocks: the parcel doesn't tell whether it did, so staff compare. */
    @Override
    public boolean isDone(Parcel parcel) {
        return !isRestocked()
                && failure.equals(parcel.failure())
                && parcel.history().stream()
                        .anyMatch(entry ->
                                entry.reason() != null && entry.reason().endsWith(reason));
    }
}
