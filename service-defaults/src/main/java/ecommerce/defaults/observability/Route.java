package ecommerce.defaults.observability;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names requests by their route template, such as {@code /api/users/username/{username}}, because a path may contain
 * secrets.
 */
public final class Route {

    private static final String UNKNOWN = "(no route)";

    private Route() {}

    /** Returns the route template of a request that has been mapped, or {@code (no route)}. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String template
                ? template
                : UNKNOWN;
    }

    /** Returns the method and the route template of a request. */
    public static String describe(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? servlet.getHttpMethod() + " " + of(servlet.getRequest())
                : UNKNOWN;
    }
}
