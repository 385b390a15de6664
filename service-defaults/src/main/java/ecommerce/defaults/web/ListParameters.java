package ecommerce.defaults.web;

import ecommerce.defaults.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.data.domain.Pageable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects unknown query parameters of lists, and pages beyond the deepest. If a misspelt filter were ignored, the list
 * would return everything as if it were filtered. The database reads and skips all entries before a page. Rejects
 * percent signs in {@code sort}, which Spring Data decodes a second time: an incomplete escape would end in a 500.
 */
final class ListParameters implements HandlerInterceptor {

    private static final String PAGEABLE = "org.springframework.data.domain.Pageable";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final ListLimits limits;

    ListParameters(ListLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isPaged(method)) {
            limits.check(request, known(method).contains(ListLimits.AFTER));
        }
        if (handler instanceof HandlerMethod method && isPublicList(request, method)) {
            var names = known(method);
            for (var name : request.getParameterMap().keySet()) {
                if (!names.contains(name)) {
                    throw Problem.invalid(name, "is not a parameter of this list; use one of " + names);
                }
            }
            if (Stream.ofNullable(request.getParameterValues("sort"))
                    .flatMap(Arrays::stream)
                    .anyMatch(sort -> sort.contains("%"))) {
                throw Problem.invalid("sort", "must not contain %");
            }
        }
        return true;
    }

    private Set<String> known(HandlerMethod method) {
        return known.computeIfAbsent(method.getMethod(), any -> names(method));
    }

    /** Compares names, because a service without a database doesn't have the class. */
    private static boolean isPaged(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().getName().equals(PAGEABLE));
    }

    /**
     * Returns whether the handler returns a list, which is a record with a {@code collection}. Internal lists are
     * excluded, because a newer version of the calling service may send a parameter that this version doesn't know.
     */
    private static boolean isPublicList(HttpServletRequest request, HandlerMethod method) {
        var components = method.getMethod().getReturnType().getRecordComponents();
        return components != null
                && components.length > 0
                && components[0].getName().equals("collection")
                && request.getRequestURI().startsWith("/api/");
    }

    private static Set<String> names(HandlerMethod method) {
        var names = new TreeSet<String>();
        Arrays.stream(method.getMethodParameters())
                .flatMap(ListParameters::names)
                .forEach(names::add);
        return names;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == Pageable.class) {
            return Stream.of(ListLimits.PAGE, ListLimits.SIZE, "sort");
        }
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null) {
            return Stream.of(
                    annotation.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : annotation.name());
        }
        var components = parameter.getParameterType().getRecordComponents();
        return components == null || isResolvedElsewhere(parameter)
                ? Stream.of()
                : Arrays.stream(components).map(RecordComponent::getName);
    }

    /** A caller is a record, too, but it is resolved from the token. */
    private static boolean isResolvedElsewhere(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(AuthenticationPrincipal.class);
    }
}
