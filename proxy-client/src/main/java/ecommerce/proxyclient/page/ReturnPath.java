package ecommerce.proxyclient.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Checks the addresses to which forms return. Only pages of the shop are accepted, so no link leads to another site. */
public final class ReturnPath {

    private static final String HOME = "/app/";
    private static final int LONGEST = 1000;

    private ReturnPath() {}

    /** Returns the path if it is one of the shop's pages; the home page otherwise. */
    public static String of(@Nullable String path) {
        return path != null
                        && path.startsWith(HOME)
                        && path.length() <= LONGEST
                        && path.chars().allMatch(c -> c > ' ' && c < 0x7f && "\\{}".indexOf(c) < 0)
                ? path
                : HOME;
    }

    /** Returns the address of the sign-in that returns to this page of the shop. */
    public static String signIn(String then) {
        return UriComponentsBuilder.fromPath("/app/sign-in")
                .queryParam("then", "{then}")
                .encode()
                .buildAndExpand(then)
                .toUriString();
    }

    /**
     * Returns the page to show after a request that failed: the same one. A form whose address is no page names another one
     * in its field {@code then}.
     */
    static String after(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!request.getMethod().equals("GET")) {
            var then = request.getParameter("then");
            return of(then == null ? path : then);
        }
        var query = request.getQueryString();
        return of(query == null ? path : path + "?" + query);
    }
}
