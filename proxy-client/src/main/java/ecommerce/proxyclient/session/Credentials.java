package ecommerce.proxyclient.session;

import ecommerce.defaults.web.Verbatim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A user name and a password. */
record Credentials(
        @NotBlank @Size(max = 200) String username,
        @Verbatim @NotBlank @Size(max = 200) String password) {

    @Override
    public String toString() {
        return "Credentials[username=%s]".formatted(username);
    }
}
