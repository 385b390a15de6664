package ecommerce.proxyclient.userclient;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Calls user-service's sign-in endpoints. */
@HttpExchange("/api/auth")
public interface UserClient {

    /** A request for tokens, with either a user name and a password, or a refresh token. */
    record TokenRequest(
            @Nullable String username,
            @Nullable String password,
            @Nullable String refreshToken) {

        @Override
        public String toString() {
            return "TokenRequest[username=%s]".formatted(username);
        }
    }

    record Tokens(String accessToken, long expiresIn, String refreshToken) {

        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    record RevokeRequest(String refreshToken) {

        @Override
        public String toString() {
            return "RevokeRequest[]";
        }
    }

    /**
     * Requests tokens.
     *
     * @param clientAddress the address of the user's device, by which user-service limits failed sign-ins
     */
    @PostExchange("/token")
    Tokens token(@RequestBody TokenRequest request, @RequestHeader("X-Forwarded-For") String clientAddress);

    @PostExchange("/revoke")
    void revoke(@RequestBody RevokeRequest request);
}
