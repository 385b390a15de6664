package ecommerce.proxyclient.session;

import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signs users in under the paths of family clients (docs/family-clients.md). */
@RestController
@Tag(name = "authenticate")
class AuthenticateController {

    private static final Logger log = LoggerFactory.getLogger(AuthenticateController.class);

    private final SignIn signIn;
    private final JwtDecoder tokens;

    AuthenticateController(SignIn signIn, JwtDecoder tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    record AuthenticateResponse(String jwtToken) {

        @Override
        public String toString() {
            return "AuthenticateResponse[]";
        }
    }

    /**
     * Signs a user in and responds with an access token. The path and the names are those of clients of this family of
     * systems.
     */
    @PostMapping("/app/api/authenticate")
    @AlsoAnswers(HttpStatus.UNAUTHORIZED)
    ResponseEntity<AuthenticateResponse> authenticate(
            @Valid @RequestBody Credentials credentials, HttpServletRequest http) {
        var issued = signIn.withPassword(credentials, http.getRemoteAddr());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AuthenticateResponse(issued.accessToken()));
    }

    /**
     * Tells whether the services accept an access token now. Responds with true or false, and with 503 if the token's
     * signature can't be checked.
     */
    @GetMapping("/app/api/authenticate/jwt/{jwt}")
    ResponseEntity<Boolean> isAccepted(@PathVariable String jwt) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(decodes(jwt));
    }

    private boolean decodes(String jwt) {
        try {
            tokens.decode(jwt);
            return true;
        } catch (BadJwtException refused) {
            return false;
        } catch (JwtException e) {
            log.warn("Cannot check a token: {}", e.toString());
            throw Problem.unavailable("The signing keys are unavailable. Retry in a few seconds.");
        }
    }
}
