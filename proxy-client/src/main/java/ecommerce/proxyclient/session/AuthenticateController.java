package ecommerce.proxyclient.session;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in as clients of this family of systems know it. */
@RestController
@Tag(name = "authenticate")
class AuthenticateController {

    private final SignIn signIn;

    AuthenticateController(SignIn signIn) {
        this.signIn = signIn;
    }

    record AuthenticateResponse(String jwtToken) {

        @Override
        public String toString() {
            return "AuthenticateResponse[]";
        }
    }

    @PostMapping("/app/api/authenticate")
    ResponseEntity<AuthenticateResponse> authenticate(@Valid @RequestBody Credentials credentials) {
        var tokens = signIn.withPassword(credentials.username(), credentials.password());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AuthenticateResponse(tokens.accessToken()));
    }
}
