package ecommerce.user.address;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The members to change; a member left out stays. */
record ChangeAddressRequest(
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 255) @Nullable String fullAddress,
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 20) @Nullable String postalCode,
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 100) @Nullable String city) {

    AddressRequest appliedTo(Address old) {
        return new AddressRequest(
                fullAddress == null ? old.fullAddress() : fullAddress,
                postalCode == null ? old.postalCode() : postalCode,
                city == null ? old.city() : city);
    }
}
