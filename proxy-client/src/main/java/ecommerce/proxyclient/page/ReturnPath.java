package ecommerce.proxyclient.page;

import ecommerce.proxyclient.listing.PageLink;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
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
     * in its field {@code then}. A form whose page fills in what its address contains names such fields, separated by
     * commas, in its field {@code keep}.
     */
    static String after(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!request.getMethod().equals("GET")) {
            var then = request.getParameter("then");
            return withTyped(request, of(then == null ? path : then));
        }
        var query = request.getQueryString();
        return of(query == null ? path : path + "?" + query);
    }

    private static String withTyped(HttpServletRequest request, String path) {
        var typed = new LinkedHashMap<String, String>();
        for (var name : StringUtils.commaDelimitedListToSet(request.getParameter("keep"))) {
            var value = request.getParameter(name);
            if (value != null && !value.isEmpty() && name.matches("[A-Za-z]+")) {
                typed.put(name, value);
            }
        }
        var address = typed.isEmpty() || path.contains("?") ? path : PageLink.of(path, typed, 0);
        return address.length() <= LONGEST ? address : path;
    }
}
