package ecommerce.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Refuses the token of a demoted or deleted member of staff. If this can't be found out, staff may read but not write.
 */
final class StaffTokenCheck {

    private static final Logger log = LoggerFactory.getLogger(StaffTokenCheck.class);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final StaffTokens staffTokens;

    StaffTokenCheck(StaffTokens staffTokens) {
        this.staffTokens = staffTokens;
    }

    /** Returns the authenticated caller. Throws an authentication exception if the caller's token doesn't hold. */
    Authentication check(Authentication authenticated, Authentication token, HttpServletRequest request) {
        if (authenticated.getPrincipal() instanceof Caller caller
                && caller.isAdmin()
                && token instanceof BearerTokenAuthenticationToken bearer
                && !isActive(caller, bearer.getToken(), request)) {
            AttemptedAccess.ofWithdrawnStaff(request, caller);
            throw new InvalidBearerTokenException("The token was withdrawn");
        }
        return authenticated;
    }

    private boolean isActive(Caller caller, String token, HttpServletRequest request) {
        try {
            return staffTokens.isActive(caller, token);
        } catch (StaffTokensUnavailableException e) {
            if (!READS.contains(request.getMethod())) {
                throw e;
            }
            log.warn("Staff may read although their token can't be checked: {}", e.getMessage());
            return true;
        }
    }
}
