package ecommerce.proxyclient.shop.account;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a new customer types. user-service checks it, too. */
public record RegistrationForm(
        @NotBlank @Size(max = 100) @Nullable String firstName,
        @NotBlank @Size(max = 100) @Nullable String lastName,
        @NotBlank @Email @Size(max = 254) @Nullable String email,
        @Size(max = 30) @Nullable String phone,
        @NotBlank @Size(min = 3, max = 50) @Nullable String username,
        @NotBlank @Size(min = 12, max = 128) @Nullable String password) {

    static final RegistrationForm EMPTY = new RegistrationForm("", "", "", "", "", "");

    @Override
    public String toString() {
        return "RegistrationForm[]";
    }
}
