package ecommerce.user.address;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The content of an address.
 *
 * @param addressId the id of the address that a {@code PUT} replaces, unless the path contains it
 */
public record AddressRequest(
        @Nullable Long addressId,
        @NotBlank @Size(max = 255) String fullAddress,
        @NotBlank @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city) {

    static AddressRequest of(Address address) {
        return new AddressRequest(address.addressId(), address.fullAddress(), address.postalCode(), address.city());
    }
}
