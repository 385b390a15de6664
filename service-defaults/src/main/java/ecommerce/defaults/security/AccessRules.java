package ecommerce.defaults.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Checks the access rule of an endpoint before its parameters and its body are read. Refuses requests to endpoints that
 * declare no rule, so that a forgotten rule closes an endpoint instead of opening it. A rule is {@link SignedIn} or
 * {@link PreAuthorize}, an entry in {@code shop.security.public-endpoints}, or a scope in {@code
 * shop.security.internal-scopes}.
 */
public final class AccessRules implements HandlerInterceptor {

    private static final String OWN_CODE = "ecommerce.";
    private static final String ERROR_PAGES = "ecommerce.defaults.problem.";

    private final BearerChallenge challenge = new BearerChallenge();
    private final RequestMatcher publicEndpoints;
    private final RequestMatcher internalEndpoints;
    private final PreAuthorizeAuthorizationManager annotations = new PreAuthorizeAuthorizationManager();

    AccessRules(SecurityProperties properties) {
        this.publicEndpoints = properties.publicMatcher();
        this.internalEndpoints = properties.internalMatcher();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isOpen(method, request)) {
            throw refusal(request, response);
        }
        return true;
    }

    /**
     * Returns a 401 for a caller without a token. Such a request gets here if the path of a public endpoint matches,
     * too.
     */
    private RuntimeException refusal(HttpServletRequest request, HttpServletResponse response) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && !(caller instanceof AnonymousAuthenticationToken)) {
            return new AccessDeniedException("Access Denied");
        }
        var missing = new InsufficientAuthenticationException("A token is required");
        challenge.commence(request, response, missing);
        return missing;
    }

    /** Returns whether the endpoint belongs to a service, not to a library and isn't the error page. */
    private static boolean isOurs(HandlerMethod method) {
        var name = method.getBeanType().getName();
        return name.startsWith(OWN_CODE) && !name.startsWith(ERROR_PAGES);
    }

    private boolean isOpen(HandlerMethod method, HttpServletRequest request) {
        if (isDeclared(method)) {
            var result = annotations.authorize(
                    () -> SecurityContextHolder.getContext().getAuthentication(),
                    new SimpleMethodInvocation(method.getBean(), method.getMethod()));
            return result != null && result.isGranted();
        }
        return publicEndpoints.matches(request) || internalEndpoints.matches(request);
    }

    /** Returns whether the endpoint declares a rule itself, so that it requires a token even at a public path. */
    public static boolean isDeclared(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), PreAuthorize.class);
    }
}
