package ecommerce.user.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A token request that signs a user in with a password, or refreshes that sign-in. */
final class FirstPartyGrant extends OAuth2AuthorizationGrantAuthenticationToken {

    /** The password extension grant (RFC 6749, 4.5), only for this shop's own clients. */
    static final AuthorizationGrantType PASSWORD =
            new AuthorizationGrantType("urn:ecommerce:oauth:grant-type:password");

    private final Map<String, String> parameters;

    private FirstPartyGrant(AuthorizationGrantType grantType, Authentication client, Map<String, String> parameters) {
        super(grantType, client, Map.of());
        this.parameters = parameters;
    }

    String parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    @Override
    public String toString() {
        return "FirstPartyGrant[%s]".formatted(getGrantType().getValue());
    }

    /** Reads the grant from the request's form parameters. Returns null for other grants. */
    static final class Converter implements AuthenticationConverter {

        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            var client = SecurityContextHolder.getContext().getAuthentication();
            var grantType = request.getParameter("grant_type");
            if (client == null || grantType == null) {
                return null;
            }
            if (grantType.equals(PASSWORD.getValue())) {
                var parameters = Map.of(
                        "username", required(request, "username").strip(),
                        "password", required(request, "password"),
                        "address", request.getRemoteAddr());
                return new FirstPartyGrant(PASSWORD, client, parameters);
            }
            if (grantType.equals(AuthorizationGrantType.REFRESH_TOKEN.getValue())) {
                var parameters =
                        Map.of("refresh_token", required(request, "refresh_token"), "address", request.getRemoteAddr());
                return new FirstPartyGrant(AuthorizationGrantType.REFRESH_TOKEN, client, parameters);
            }
            return null;
        }

        private static String required(HttpServletRequest request, String name) {
            var values = request.getParameterValues(name);
            if (values == null || values.length != 1 || values[0].isBlank() || values[0].length() > 1000) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
            }
            return values[0];
        }
    }
}
