package ecommerce.user.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Limits a service's token to the calls that the service makes. A token for the service that the parameter {@code resource}
 * names (RFC 8707), such as {@code http://product-service}, has the scopes of that call and that audience. Without the
 * parameter, as the previous version of the callers sends it, the token has the scopes and audiences of all calls.
 *
 * <p>Each token also has the common audience, because the previous version of the callees requires it.
 */
public final class ServiceTokenCustomizer implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final ServiceEdges edges;
    private final String commonAudience;

    public ServiceTokenCustomizer(ServiceEdges edges, String commonAudience) {
        this.edges = edges;
        this.commonAudience = commonAudience;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var caller = Objects.requireNonNull(context.getRegisteredClient()).getClientId();
        var calls = requested(context, edges.callsOf(caller));
        var audience = new ArrayList<>(calls.keySet());
        audience.add(commonAudience);
        context.getClaims()
                .audience(audience)
                .claim("username", caller)
                .claim("roles", List.of("SERVICE"))
                .claim(
                        "scope",
                        String.join(
                                " ",
                                calls.values().stream().flatMap(List::stream).toList()));
    }

    private static Map<String, List<String>> requested(JwtEncodingContext context, Map<String, List<String>> calls) {
        var resource = context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken grant
                ? grant.getAdditionalParameters().get("resource")
                : null;
        if (resource == null) {
            return calls;
        }
        // Several values come as an array, for which there is no token.
        var callee = resource instanceof String uri ? calleeOf(uri) : null;
        var scopes = callee == null ? null : calls.get(callee);
        if (callee == null || scopes == null) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_target", "resource must be one service that this service calls", null));
        }
        return Map.of(callee, scopes);
    }

    private static @Nullable String calleeOf(String resource) {
        try {
            return URI.create(resource).getHost();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
