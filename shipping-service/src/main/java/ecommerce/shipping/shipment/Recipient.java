package ecommerce.shipping.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The recipient of a parcel, as of the time of the order. */
@Embeddable
public record Recipient(
        @Column(name = "recipient_name") @NotBlank @Size(max = 200)
        String name,

        @Column(name = "recipient_email") @Size(max = 254) @Nullable
        String email,

        @Column(name = "recipient_phone") @Size(max = 40) @Nullable
        String phone) {}
