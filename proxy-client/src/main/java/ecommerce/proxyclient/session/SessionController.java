package ecommerce.proxyclient.session;

import ecommerce.defaults.openapi.AlsoAnswers;
import ecommerce.proxyclient.userclient.UserClient.Tokens;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Manages the page's session. The refresh token is in a cookie that scripts can't read and other sites can't send; the
 * access token is in the page's memory. Every request needs a header that a form of another site can't set either.
 */
@RestController
@RequestMapping(path = "/app/session", headers = "X-Requested-With")
@Tag(name = "session")
class SessionController {

    private static final String COOKIE = "shop_refresh";

    private final SignIn signIn;
    private final SessionProperties properties;

    SessionController(SignIn signIn, SessionProperties properties) {
        this.signIn = signIn;
        this.properties = properties;
    }

    record SessionResponse(String accessToken, long expiresIn) {

        @Override
        public String toString() {
            return "SessionResponse[]";
        }
    }

    /**
     * Begins a session of the web shop. The refresh token is set as a cookie that scripts can't read, and the response
     * has the access token.
     */
    @PostMapping
    @AlsoAnswers(HttpStatus.UNAUTHORIZED)
    ResponseEntity<SessionResponse> begin(@Valid @RequestBody Credentials credentials, HttpServletRequest http) {
        return answer(signIn.withPassword(credentials, http.getRemoteAddr()));
    }

    /** Continues the session with a new access token. Responds with 204 if there is no session, as on a first visit. */
    @PostMapping("/refresh")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", content = @Content)
    @AlsoAnswers(HttpStatus.UNAUTHORIZED)
    ResponseEntity<SessionResponse> refresh(
            @CookieValue(name = COOKIE, required = false) @Nullable String refreshToken, HttpServletRequest http) {
        if (refreshToken == null) {
            return ResponseEntity.noContent().build();
        }
        return answer(signIn.withRefreshToken(refreshToken, http.getRemoteAddr()));
    }

    /** Ends the session and deletes its cookie. Responds with 204 also if there is no session. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> end(@CookieValue(name = COOKIE, required = false) @Nullable String refreshToken) {
        if (refreshToken != null) {
            signIn.end(refreshToken);
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO).toString())
                .build();
    }

    private ResponseEntity<SessionResponse> answer(Tokens tokens) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(tokens.refreshToken(), properties.refreshLifetime())
                                .toString())
                .body(new SessionResponse(tokens.accessToken(), tokens.expiresIn()));
    }

    private ResponseCookie cookie(String value, Duration lifetime) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(properties.secureCookie())
                .sameSite("Strict")
                .path("/app/session")
                .maxAge(lifetime)
                .build();
    }
}
