package ecommerce.proxyclient.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the session from its cookies, authenticates its user, and writes a changed session before the response. */
final class SessionFilter extends OncePerRequestFilter {

    private final SessionCookies cookies;

    SessionFilter(SessionCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = cookies.read(request);
        request.setAttribute(BrowserSession.NAME, session);
        authenticate(session);
        var writing = new WritingResponse(response, session);
        try {
            chain.doFilter(request, writing);
        } finally {
            writing.onResponseCommitted();
        }
    }

    /** Lets the request act as the session's user. */
    static void authenticate(BrowserSession session) {
        var user = session.user();
        if (user != null) {
            var roles = AuthorityUtils.createAuthorityList(user.staff() ? "ROLE_ADMIN" : "ROLE_USER");
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(user.username(), null, roles)));
        }
    }

    private final class WritingResponse extends OnCommittedResponseWrapper {

        private final BrowserSession session;
        private boolean isWritten;

        WritingResponse(HttpServletResponse response, BrowserSession session) {
            super(response);
            this.session = session;
        }

        @Override
        protected void onResponseCommitted() {
            if (!isWritten && !getResponse().isCommitted()) {
                isWritten = true;
                cookies.changed(session).forEach(cookie -> addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
            }
            disableOnResponseCommitted();
        }
    }
}
