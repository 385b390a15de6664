package ecommerce.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends the challenge of RFC 6750. Leaves out the address of the resource's metadata (RFC 9728), because it would be the
 * address of a service that clients can't reach.
 */
final class BearerChallenge implements AuthenticationEntryPoint {

    private static final Pattern METADATA = Pattern.compile(",? resource_metadata=\"[^\"]*\"");

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        challenge.commence(request, response, exception);
        var header = Objects.requireNonNull(response.getHeader(HttpHeaders.WWW_AUTHENTICATE));
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, METADATA.matcher(header).replaceFirst(""));
    }
}
