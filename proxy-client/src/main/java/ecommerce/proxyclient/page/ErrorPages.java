package ecommerce.proxyclient.page;

import ecommerce.defaults.body.TooLargeBodyException;
import ecommerce.proxyclient.keptform.KeptForms;
import ecommerce.proxyclient.session.BrowserSession;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Answers a browser's failed request with a page, or asks for a sign-in. Other clients, which don't accept HTML, get
 * problem details as everywhere else, and so does a request that a filter refuses before the session is read. A script that
 * asks for a part of its page gets the status alone. A GET request for an address that only accepts POST is redirected to the
 * page above it. A refused form leaves such an address in the browser, and a change of the language returns to it.
 */
@Component
class ErrorPages implements HandlerExceptionResolver, AccessDeniedHandler {

    /** Every path of the web shop, but not those of the API. */
    static final RequestMatcher PAGES = new AndRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/app/**"),
            new NegatedRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher("/app/api/**")));

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final ObjectProvider<TemplateEngine> templates;
    private final ObjectProvider<PageFactory> pages;
    private final KeptForms keptForms;
    private final ObjectProvider<HandlerExceptionResolver> problems;
    private final ObjectProvider<RequestMappingHandlerMapping> addresses;

    ErrorPages(
            ObjectProvider<TemplateEngine> templates,
            ObjectProvider<PageFactory> pages,
            KeptForms keptForms,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> addresses) {
        this.templates = templates;
        this.pages = pages;
        this.keptForms = keptForms;
        this.problems = problems;
        this.addresses = addresses;
    }

    /** Handles a form without its token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        problems.getObject().resolveException(request, response, null, denied);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        var hasSession = request.getAttribute(BrowserSession.NAME) != null;
        if (!PAGES.matches(request)
                || !hasSession
                || !(acceptsHtml(request) || PageFactory.isPart(request))
                || response.isCommitted()
                || isUnreadable(exception)) {
            return null;
        }
        var problem = PageError.of(exception);
        if (problem.status() == 500) {
            log.error("A page failed", exception);
        } else if (problem.status() == 503) {
            log.warn("A page failed because a required service is unavailable: {}", problem.detail());
        }
        try {
            if (PageFactory.isPart(request)) {
                tell(response, problem);
            } else if (problem.wantsPassword()) {
                askForPassword(request, response);
            } else if (problem.status() == 401) {
                askToSignIn(request, response);
            } else if (problem.status() == 405 && request.getMethod().equals("GET")) {
                response.sendRedirect(pageAbove(request.getRequestURI()));
            } else {
                show(request, response, problem);
            }
        } catch (IOException gone) {
            log.debug("The browser has gone: {}", gone.toString());
        }
        return new ModelAndView();
    }

    /** Returns whether Tomcat or the firewall has refused the request. No browser sends such a one for a person. */
    private static boolean isUnreadable(Exception exception) {
        return exception instanceof RequestRejectedException
                || exception instanceof InvalidParameterException
                || NestedExceptionUtils.getMostSpecificCause(exception) instanceof TooLargeBodyException;
    }

    private static boolean acceptsHtml(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** htmx leaves the page as it is. If the session has ended, it reloads the page, which asks for a sign-in. */
    private static void tell(HttpServletResponse response, PageError problem) {
        response.setStatus(problem.status());
        if (problem.status() == 401) {
            response.setHeader("HX-Refresh", "true");
        }
    }

    /** A session that the services don't accept any more has ended. */
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = session(request);
        if (session.user() != null) {
            session.expire();
            session.warn("sign-in.ended");
        }
        response.sendRedirect(ReturnPath.signIn(ReturnPath.after(request)));
    }

    /** Shows the sign-in page, which keeps the form of the request and sends it after the sign-in. */
    private void askForPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var session = session(request);
        var kept = keptForms.keep(request, session);
        if (kept.isPresent()) {
            session.tell("sign-in.again");
        } else {
            session.warn("sign-in.form-too-long");
        }
        var then = ReturnPath.after(request);
        var model = new HashMap<String, Object>();
        model.put("page", pages.getObject().of(request, then));
        model.put("username", session.requireUser().username());
        model.put("then", then);
        model.put(KeptForms.FIELD, kept.orElse(null));
        model.put("errors", FormErrors.NONE);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        render("shop/account/sign-in.jte", model, response);
    }

    /** Returns the address of the nearest page above a path; of the home page if there is no other one. */
    private String pageAbove(String path) {
        var above = path.substring(0, path.lastIndexOf('/'));
        return above.isEmpty() || isPage(PathContainer.parsePath(above)) ? ReturnPath.of(above) : pageAbove(above);
    }

    private boolean isPage(PathContainer path) {
        return addresses.getObject().getHandlerMethods().keySet().stream()
                .filter(address -> address.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .anyMatch(patterns ->
                        patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path)));
    }

    private static BrowserSession session(HttpServletRequest request) {
        return (BrowserSession) request.getAttribute(BrowserSession.NAME);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, PageError problem) throws IOException {
        response.setStatus(problem.status());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        var page = pages.getObject().of(request, ReturnPath.after(request));
        render("error.jte", Map.of("page", page, "problem", problem), response);
    }

    private void render(String template, Map<String, Object> model, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var html = new StringOutput();
        templates.getObject().render(template, model, html);
        response.getWriter().write(html.toString());
    }
}
