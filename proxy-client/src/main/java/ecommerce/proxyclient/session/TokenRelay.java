package ecommerce.proxyclient.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sends the token of the signed-in user with calls to services, and the address of the user's device. If a service
 * refuses the token, for example because the signing keys were replaced, it is refreshed once. The catalogue is public:
 * the shop's pages read it without a token, so that they can be read while user-service is unavailable.
 */
@Component
class TokenRelay implements RestClientHttpServiceGroupConfigurer {

    /** The services that only the pages of staff call with a token. */
    private static final Set<String> PUBLIC = Set.of("product-service");

    private static final String PAGES_OF_STAFF = "/app/desk";

    /** The requests for tokens, which carry the user's credentials themselves. */
    private static final Set<String> TOKENS = Set.of("/api/auth/token", "/api/auth/revoke");

    private static final String CLIENT_ADDRESS = "X-Forwarded-For";

    /** Sessions use one of the clients that this configures. */
    private final ObjectProvider<Sessions> sessions;

    TokenRelay(ObjectProvider<Sessions> sessions) {
        this.sessions = sessions;
    }

    @Override
    public void configureGroups(Groups<RestClient.Builder> groups) {
        groups.forEachClient((group, client) -> client.requestInterceptor(new Relay(PUBLIC.contains(group.name()))));
    }

    private final class Relay implements ClientHttpRequestInterceptor {

        private final boolean onlyForStaff;

        Relay(boolean onlyForStaff) {
            this.onlyForStaff = onlyForStaff;
        }

        @Override
        public ClientHttpResponse intercept(HttpRequest call, byte[] body, ClientHttpRequestExecution execution)
                throws IOException {
            var session = BrowserSession.current();
            if (session == null
                    || TOKENS.contains(call.getURI().getPath())
                    || onlyForStaff && !pageRequest().getRequestURI().startsWith(PAGES_OF_STAFF)) {
                return execution.execute(call, body);
            }
            var address = pageRequest().getRemoteAddr();
            call.getHeaders().set(CLIENT_ADDRESS, address);
            var token = sessions.getObject().accessToken(session, address);
            if (token == null) {
                return execution.execute(call, body);
            }
            call.getHeaders().setBearerAuth(token);
            var response = execution.execute(call, body);
            if (!isTokenRefused(response)) {
                return response;
            }
            response.close();
            call.getHeaders().setBearerAuth(sessions.getObject().replace(token, session, address));
            return execution.execute(call, body);
        }
    }

    /** Returns whether another token may help. One that is issued without the password wouldn't be a recent sign-in. */
    private static boolean isTokenRefused(ClientHttpResponse response) throws IOException {
        var challenge = response.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return response.getStatusCode().value() == 401
                && (challenge == null || !challenge.contains("insufficient_user_authentication"));
    }

    private static HttpServletRequest pageRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
