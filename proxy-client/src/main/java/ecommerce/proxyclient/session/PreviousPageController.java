package ecommerce.proxyclient.session;

import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the page of the version before, which tabs still show after a deployment. It takes a 401 as the end of its session.
 * The next version can drop this controller. Forms of other sites can't set the required header.
 */
@RestController
@RequestMapping(path = "/app/session", headers = "X-Requested-With")
@Hidden
class PreviousPageController {

    private static final String COOKIE = "shop_refresh";

    private final Sessions sessions;
    private final SessionProperties properties;

    PreviousPageController(Sessions sessions, SessionProperties properties) {
        this.sessions = sessions;
        this.properties = properties;
    }

    @PostMapping({"", "/refresh"})
    void refuse() {
        throw Problem.unauthorized("The shop has a new version. Reload the page.");
    }

    /** Signs the user of the page out. */
    @DeleteMapping
    ResponseEntity<Void> end(@CookieValue(name = COOKIE, required = false) @Nullable String refreshToken) {
        if (refreshToken != null) {
            sessions.end(refreshToken);
        }
        var forgotten = ResponseCookie.from(COOKIE, "")
                .httpOnly(true)
                .secure(properties.secureCookie())
                .sameSite("Strict")
                .path("/app/session")
                .maxAge(0)
                .build();
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, forgotten.toString())
                .build();
    }
}
