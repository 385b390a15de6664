package ecommerce.user.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import ecommerce.defaults.problem.Problem;
import ecommerce.user.token.TokenService;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signs users in for the password flow of OpenAPI documents (RFC 6749, 4.3), so that people can sign in on the page of
 * Swagger UI. Does the same as {@link AuthController#token} with the names and the form of OAuth.
 */
@Hidden
@RestController
class PasswordFlowController {

    private final TokenService tokens;

    PasswordFlowController(TokenService tokens) {
        this.tokens = tokens;
    }

    record FlowResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "FlowResponse[]";
        }
    }

    @PostMapping(path = "/api/auth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<FlowResponse> token(
            @RequestParam("grant_type") @Pattern(regexp = "password", message = "must be password") String grantType,
            @RequestParam @Size(max = 200) String username,
            @RequestParam @Size(max = 200) String password,
            HttpServletRequest http) {
        if (http.getQueryString() != null) {
            throw Problem.invalid("query", "must be empty; send the form in the body, because logs have the query");
        }
        try {
            var issued = TokenResponse.of(tokens.signIn(username.strip(), password, http.getRemoteAddr()));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(new FlowResponse(issued.accessToken(), issued.tokenType(), issued.expiresIn()));
        } catch (BadCredentialsException e) {
            throw Problem.unauthorized("The user name or the password is wrong");
        }
    }
}
