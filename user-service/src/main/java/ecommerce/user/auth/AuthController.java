package ecommerce.user.auth;

import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.problem.Problem;
import ecommerce.user.token.IssuedTokens;
import ecommerce.user.token.TokenService;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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

    /**
     * Signs a user in, or refreshes a sign-in. The body has a user name and a password, or a refresh token, which is
     * used up: the response has the next one.
     */
    @PostMapping("/token")
    @AlsoAnswers(HttpStatus.UNAUTHORIZED)
    ResponseEntity<TokenResponse> token(@Valid @RequestBody TokenRequest request, HttpServletRequest http) {
        var issued = issue(request, http.getRemoteAddr());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(TokenResponse.of(issued));
    }

    /** Ends a sign-in by its refresh token. Responds with 204 also if the token is unknown. */
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
}
