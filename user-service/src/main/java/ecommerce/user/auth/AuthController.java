package ecommerce.user.auth;

import ecommerce.defaults.problem.Problem;
import ecommerce.user.token.IssuedTokens;
import ecommerce.user.token.TokenService;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
@Tag(name = "auth")
class AuthController {

    private final TokenService tokens;

    AuthController(TokenService tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/token")
    ResponseEntity<TokenResponse> token(@Valid @RequestBody TokenRequest request, HttpServletRequest http) {
        var issued = issue(request, http.getRemoteAddr());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(respond(issued));
    }

    @PostMapping("/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@Valid @RequestBody RevokeRequest request) {
        tokens.revoke(request.refreshToken());
    }

    private IssuedTokens issue(TokenRequest request, String clientAddress) {
        try {
            if (request.refreshToken() != null) {
                return tokens.refresh(request.refreshToken(), clientAddress);
            }
            if (request.username() == null || request.password() == null) {
                throw Problem.invalid("username", "a user name and a password, or a refresh token, are required");
            }
            return tokens.signIn(request.username(), request.password(), clientAddress);
        } catch (BadCredentialsException e) {
            throw Problem.unauthorized(
                    request.refreshToken() == null
                            ? "The user name or the password is wrong"
                            : "The refresh token is not valid");
        }
    }

    private static TokenResponse respond(IssuedTokens issued) {
        var accessToken = issued.accessToken();
        var lifetime = Duration.between(Instant.now(), accessToken.getExpiresAt());
        return new TokenResponse(
                accessToken.getTokenValue(), "Bearer", Math.max(0, lifetime.toSeconds()), issued.refreshToken());
    }
}
