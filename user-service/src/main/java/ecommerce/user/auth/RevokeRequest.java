package ecommerce.user.auth;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A request to end a sign-in, identified by its refresh token. */
record RevokeRequest(@NotBlank @Size(max = 200) String refreshToken) {

    @Override
    public String toString() {
        return "RevokeRequest[]";
    }
}
