package ecommerce.proxyclient.shop.account;

import ecommerce.proxyclient.userclient.AccountClient.Account;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customer's names and contact data. */
public record ProfileForm(
        @NotBlank @Size(max = 100) @Nullable String firstName,
        @NotBlank @Size(max = 100) @Nullable String lastName,
        @NotBlank @Email @Size(max = 254) @Nullable String email,
        @Size(max = 30) @Nullable String phone) {

    static ProfileForm of(Account account) {
        return new ProfileForm(account.firstName(), account.lastName(), account.email(), account.phone());
    }

    /** Returns the merge patch of a valid form. */
    Map<String, String> patch() {
        return Map.of(
                "firstName", Objects.requireNonNull(firstName),
                "lastName", Objects.requireNonNull(lastName),
                "email", Objects.requireNonNull(email),
                "phone", phone == null ? "" : phone);
    }
}
