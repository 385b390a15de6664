package ecommerce.user.token;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.web.ErrorResponseException;

/** Issues tokens for {@link FirstPartyGrant}s of clients that are registered for that grant. */
final class FirstPartyGrantProvider implements AuthenticationProvider {

    private final TokenService tokens;

    FirstPartyGrantProvider(TokenService tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var grant = (FirstPartyGrant) authentication;
        if (!(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) || !client.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        var registration = client.getRegisteredClient();
        if (registration == null || !registration.getAuthorizationGrantTypes().contains(grant.getGrantType())) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        var issued = issue(grant);
        var refreshToken = new OAuth2RefreshToken(
                issued.refreshToken(), issued.accessToken().getIssuedAt());
        return new OAuth2AccessTokenAuthenticationToken(registration, client, issued.accessToken(), refreshToken);
    }

    private IssuedTokens issue(FirstPartyGrant grant) {
        try {
            return grant.getGrantType().equals(FirstPartyGrant.PASSWORD)
                    ? tokens.signIn(
                            grant.parameter("username"), grant.parameter("password"), grant.parameter("address"))
                    : tokens.refresh(grant.parameter("refresh_token"), grant.parameter("address"));
        } catch (AuthenticationException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        } catch (ErrorResponseException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return FirstPartyGrant.class.isAssignableFrom(authentication);
    }
}
