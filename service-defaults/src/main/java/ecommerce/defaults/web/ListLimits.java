package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
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

    private static final int LARGEST = 999_999_999;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /**
     * Throws 400 if the page is too deep, or if its number or size is none. Spring Data would ignore such a parameter, so a
     * client with a mistake would read the first page again and again.
     *
     * @param hasCursors whether the list has pages after a cursor, too
     */
    void check(HttpServletRequest request, boolean hasCursors) {
        var entries = Math.min(number(request, SIZE, 1, defaultSize), largestSize);
        if ((long) number(request, PAGE, 0, 0) * entries > deepestOffset) {
            var instead =
                    hasCursors ? "Filter the list, or send page.next of the page before as after" : "Filter the list";
            throw Problem.invalid(
                    PAGE, "is too deep; page times size must be at most %d. %s.".formatted(deepestOffset, instead));
        }
    }

    private static int number(HttpServletRequest request, String name, int smallest, int absent) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return absent;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < smallest) {
            throw Problem.invalid(name, "must be a whole number from %d to %d".formatted(smallest, LARGEST));
        }
        return Integer.parseInt(text);
    }
}
