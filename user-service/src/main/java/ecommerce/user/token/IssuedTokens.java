package ecommerce.user.token;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** What a sign-in or a refresh gives. */
public record IssuedTokens(OAuth2AccessToken accessToken, String refreshToken) {

    @Override
    public String toString() {
        return "IssuedTokens[]";
    }
}
