package ecommerce.proxyclient.page;

import ecommerce.proxyclient.session.SessionProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/**
 * Lets users turn the keyboard shortcut of the search off and on. A shortcut of a single key gets in the way of people who
 * dictate (WCAG 2.1.4). The browser keeps the choice for a year.
 */
@Controller
class ShortcutController {

    private static final String COOKIE = "shop_shortcut";
    private static final String OFF = "off";

    private final SessionProperties session;

    ShortcutController(SessionProperties session) {
        this.session = session;
    }

    @PostMapping("/app/shortcut")
    String choose(
            @RequestParam boolean on,
            @RequestParam(required = false) @Nullable String then,
            HttpServletResponse response) {
        var cookie = session.cookie(COOKIE, on ? "on" : OFF, Duration.ofDays(365));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + ReturnPath.of(then);
    }

    /** Returns whether the shortcut is on, as it is unless it was turned off. */
    static boolean isOn(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !cookie.getValue().equals(OFF);
    }
}
