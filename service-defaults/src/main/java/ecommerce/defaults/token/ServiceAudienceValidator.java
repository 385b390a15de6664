package ecommerce.defaults.token;

import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Checks that a service's token names the called service as its audience. Tokens of the previous version of user-service
 * have no scopes and a common audience; they pass.
 */
public final class ServiceAudienceValidator implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2Error WRONG_AUDIENCE =
            new OAuth2Error("invalid_token", "The token was issued for another service", null);

    private final String service;

    /** @param service the name of the service that checks the tokens */
    public ServiceAudienceValidator(String service) {
        this.service = service;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt jwt) {
        var roles = Objects.requireNonNullElse(jwt.getClaimAsStringList("roles"), List.<String>of());
        var audience = Objects.requireNonNullElse(jwt.getAudience(), List.<String>of());
        return roles.contains("SERVICE") && jwt.hasClaim("scope") && !audience.contains(service)
                ? OAuth2TokenValidatorResult.failure(WRONG_AUDIENCE)
                : OAuth2TokenValidatorResult.success();
    }
}
