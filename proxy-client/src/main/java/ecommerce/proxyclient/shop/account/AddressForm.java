package ecommerce.proxyclient.shop.account;

import static java.util.Objects.requireNonNull;

import ecommerce.proxyclient.userclient.AccountClient.Address;
import ecommerce.proxyclient.userclient.AccountClient.AddressContent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An address that a customer types. */
public record AddressForm(
        @NotBlank @Size(max = 255) @Nullable String fullAddress,
        @NotBlank @Size(max = 20) @Nullable String postalCode,
        @NotBlank @Size(max = 100) @Nullable String city) {

    static final AddressForm EMPTY = new AddressForm("", "", "");

    static AddressForm of(Address address) {
        return new AddressForm(address.fullAddress(), address.postalCode(), address.city());
    }

    /** Returns the content of a valid form. */
    AddressContent content() {
        return new AddressContent(requireNonNull(fullAddress), requireNonNull(postalCode), requireNonNull(city));
    }
}
