package ecommerce.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Reads bearer tokens. At a public endpoint an expired, altered or malformed token is ignored, because clients send
 * their current token with every request and an expired one must not prevent them from signing in again. At all other
 * endpoints it is a 401 (RFC 6750, 3.1). If no token can be checked, everybody may still read what is public.
 */
final class PublicEndpointTokens {

    private static final Logger log = LoggerFactory.getLogger(PublicEndpointTokens.class);

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private static final AnonymousAuthenticationToken NOBODY = new AnonymousAuthenticationToken(
            "public endpoint", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();
    private final JwtAuthenticationProvider tokens;
    private final StaffTokenCheck staff;
    private final RequestMatcher publicEndpoints;

    PublicEndpointTokens(JwtAuthenticationProvider tokens, StaffTokenCheck staff, RequestMatcher publicEndpoints) {
        this.tokens = tokens;
        this.staff = staff;
        this.publicEndpoints = publicEndpoints;
    }

    /** Returns the token of the {@code Authorization} header; null if there is none or if it is ignored. */
    @Nullable
    String find(HttpServletRequest request) {
        try {
            return header.resolve(request);
        } catch (OAuth2AuthenticationException malformed) {
            if (publicEndpoints.matches(request)) {
                return null;
            }
            throw malformed;
        }
    }

    AuthenticationManager managerFor(HttpServletRequest request) {
        return publicEndpoints.matches(request)
                ? token -> authenticateOrLetIn(token, request)
                : token -> authenticate(token, request);
    }

    private Authentication authenticate(Authentication token, HttpServletRequest request) {
        var caller =
                Objects.requireNonNull(tokens.authenticate(token), "null only for tokens that are not bearer tokens");
        return staff.check(caller, token, request);
    }

    private Authentication authenticateOrLetIn(Authentication token, HttpServletRequest request) {
        try {
            return authenticate(token, request);
        } catch (InvalidBearerTokenException useless) {
            AttemptedAccess.forgetWithdrawnStaff(request);
            return NOBODY;
        } catch (AuthenticationServiceException unavailable) {
            if (!READS.contains(request.getMethod())) {
                throw unavailable;
            }
            log.warn("A public endpoint is read with a token that can't be checked: {}", unavailable.getMessage());
            return NOBODY;
        }
    }
}
