package ecommerce.proxyclient.page;

import ecommerce.defaults.body.TooLargeBodyException;
import ecommerce.proxyclient.session.BrowserSession;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a browser's failed request with a page, or asks for a sign-in. Other clients, which don't accept HTML, get
 * problem details as everywhere else, and so does a request that a filter refuses before the session is read. A script that
 * asks for a part of its page gets the status alone.
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
    private final ObjectProvider<HandlerExceptionResolver> problems;

    ErrorPages(
            ObjectProvider<TemplateEngine> templates,
            ObjectProvider<PageFactory> pages,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        this.templates = templates;
        this.pages = pages;
        this.problems = problems;
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
            } else if (problem.status() == 401) {
                askToSignIn(request, response, problem);
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

    /** A session that the services don't accept any more has ended. A recent sign-in keeps it. */
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response, PageError problem)
            throws IOException {
        var session = (BrowserSession) request.getAttribute(BrowserSession.NAME);
        if (problem.wantsPassword()) {
            session.tell("sign-in.again");
        } else if (session.user() != null) {
            session.expire();
            session.warn("sign-in.ended");
        }
        response.sendRedirect(ReturnPath.signIn(ReturnPath.after(request)));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, PageError problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        var html = new StringOutput();
        var page = pages.getObject().of(request, ReturnPath.after(request));
        templates.getObject().render("error.jte", Map.of("page", page, "problem", problem), html);
        response.getWriter().write(html.toString());
    }
}
