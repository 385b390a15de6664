package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Limits how deep a client can page into a list.
 *
 * @param deepestOffset the largest number of entries before a page
 * @param defaultSize the size of a page if the client names none
 * @param largestSize the size of a page if the client asks for more
 */
@ConfigurationProperties("shop.limits.list")
record ListLimits(int deepestOffset, int defaultSize, int largestSize) {

    static final String PAGE = "page";
    static final String SIZE = "size";
    static final String AFTER = "after";

    /**
     * Throws 400 if the page is too deep. Reads the parameters as Spring Data does, which ignores what is no number.
     *
     * @param hasCursors whether the list has pages after a cursor, too
     */
    void check(HttpServletRequest request, boolean hasCursors) {
        var size = number(request.getParameter(SIZE));
        var entries = size < 1 ? defaultSize : Math.min(size, largestSize);
        if ((long) number(request.getParameter(PAGE)) * entries > deepestOffset) {
            var instead =
                    hasCursors ? "Filter the list, or send page.next of the page before as after" : "Filter the list";
            throw Problem.invalid(
                    PAGE, "is too deep; page times size must be at most %d. %s.".formatted(deepestOffset, instead));
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException ignored) {
            return 0;
        }
    }
}
