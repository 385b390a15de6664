package ecommerce.user.token;

import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** The tokens that a sign-in or a refresh issues. */
public record IssuedTokens(OAuth2AccessToken accessToken, String refreshToken) {

    @Override
    public String toString() {
        return "IssuedTokens[]";
    }
}
