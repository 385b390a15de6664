package ecommerce.user.address;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An address, whole. */
record AddressRequest(
        @NotBlank @Size(max = 255) String fullAddress,
        @NotBlank @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city) {

    static AddressRequest of(Address address) {
        return new AddressRequest(address.fullAddress(), address.postalCode(), address.city());
    }
}
