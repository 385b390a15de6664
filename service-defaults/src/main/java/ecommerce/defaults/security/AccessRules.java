package ecommerce.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses requests to endpoints that declare no access rule, so that a forgotten rule closes an endpoint instead of opening
 * it. A rule is {@link SignedIn} or {@link PreAuthorize}, an entry in {@code shop.security.public-endpoints}, or a scope
 * in {@code shop.security.internal-scopes}.
 */
public final class AccessRules implements HandlerInterceptor {

    private static final String OWN_CODE = "ecommerce.";
    private static final String SHARED_CODE = "ecommerce.defaults.";

    private final RequestMatcher publicEndpoints;
    private final RequestMatcher internalEndpoints;

    AccessRules(SecurityProperties properties) {
        this.publicEndpoints = properties.publicMatcher();
        this.internalEndpoints = properties.internalMatcher();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isDeclared(method, request)) {
            throw new AccessDeniedException("%s declares no access rule".formatted(method));
        }
        return true;
    }

    /** Returns whether the endpoint belongs to a service, not to a library or to {@code service-defaults}. */
    public static boolean isOurs(HandlerMethod method) {
        var name = method.getBeanType().getName();
        return name.startsWith(OWN_CODE) && !name.startsWith(SHARED_CODE);
    }

    /** Returns whether a rule covers the endpoint for this request. */
    public boolean isDeclared(HandlerMethod method, HttpServletRequest request) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PreAuthorize.class)
                || publicEndpoints.matches(request)
                || internalEndpoints.matches(request);
    }
}
