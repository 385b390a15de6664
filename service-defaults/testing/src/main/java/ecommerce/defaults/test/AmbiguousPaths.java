package ecommerce.defaults.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds paths that fit two endpoints equally well, like {@code /a/b} between {@code /a/{x}} and {@code /{y}/b}. Spring answers
 * a request for such a path with 500.
 */
final class AmbiguousPaths {

    private AmbiguousPaths() {}

    static void requireNone(RequestMappingHandlerMapping endpoints) {
        var patterns = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .distinct()
                .toList();
        var shared = new TreeSet<String>();
        for (var first : patterns) {
            patterns.forEach(second -> shared(first, second).ifPresent(shared::add));
        }
        var ambiguous = shared.stream()
                .flatMap(path -> Stream.of(HttpMethod.values()).map(method -> method + " " + path))
                .filter(request -> isAmbiguous(endpoints, request))
                .toList();
        assertThat(ambiguous).as("requests that fit two endpoints").isEmpty();
    }

    private static boolean isAmbiguous(RequestMappingHandlerMapping endpoints, String line) {
        var parts = line.split(" ");
        var request = new MockHttpServletRequest(parts[0], parts[1]);
        ServletRequestPathUtils.parseAndCache(request);
        return catchThrowable(() -> endpoints.getHandler(request)) instanceof IllegalStateException;
    }

    /** Returns a path that matches both patterns, whose variables match a segment each, if there is one. */
    private static Optional<String> shared(String first, String second) {
        var left = List.of(first.split("/"));
        var right = List.of(second.split("/"));
        if (first.equals(second) || left.size() != right.size()) {
            return Optional.empty();
        }
        var segments = new ArrayList<String>();
        for (var i = 0; i < left.size(); i++) {
            var segment = isVariable(left.get(i)) ? right.get(i) : left.get(i);
            if (!isVariable(right.get(i)) && !segment.equals(right.get(i))) {
                return Optional.empty();
            }
            segments.add(isVariable(segment) ? "1" : segment);
        }
        return Optional.of(String.join("/", segments));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
