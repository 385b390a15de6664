package ecommerce.proxyclient.session;

import ecommerce.defaults.problem.Problem;
import ecommerce.proxyclient.userclient.UserClient;
import ecommerce.proxyclient.userclient.UserClient.RevokeRequest;
import ecommerce.proxyclient.userclient.UserClient.TokenRequest;
import ecommerce.proxyclient.userclient.UserClient.Tokens;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException.BadRequest;
import org.springframework.web.client.HttpClientErrorException.TooManyRequests;
import org.springframework.web.client.HttpClientErrorException.Unauthorized;

/** Signs users in at user-service and translates its error responses. */
@Component
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final UserClient users;

    SignIn(UserClient users) {
        this.users = users;
    }

    Tokens withPassword(Credentials credentials, String clientAddress) {
        var request = new TokenRequest(credentials.username(), credentials.password(), null);
        return token(request, clientAddress, "The user name or the password is wrong");
    }

    Tokens withRefreshToken(String refreshToken, String clientAddress) {
        return token(
                new TokenRequest(null, null, refreshToken), clientAddress, "The session has ended. Sign in again.");
    }

    void end(String refreshToken) {
        try {
            users.revoke(new RevokeRequest(refreshToken));
        } catch (BadRequest e) {
            log.debug("No session to revoke: {}", e.getMessage());
        }
    }

    private Tokens token(TokenRequest request, String clientAddress, String refusal) {
        try {
            return users.token(request, clientAddress);
        } catch (Unauthorized | BadRequest e) {
            // A malformed token in the cookie is rejected like an expired one.
            throw Problem.unauthorized(refusal);
        } catch (TooManyRequests e) {
            throw Problem.tooManyRequests(reason(e), retryAfter(e));
        }
    }

    /** Returns what user-service says: it limits wrong passwords, sign-ins at a time, and refreshes. */
    private static String reason(TooManyRequests refusal) {
        var problem = refusal.getResponseBodyAs(ProblemDetail.class);
        var detail = problem == null ? null : problem.getDetail();
        return detail == null ? "Too many requests. Retry after the given time." : detail;
    }

    private static Duration retryAfter(TooManyRequests refusal) {
        var headers = refusal.getResponseHeaders();
        var seconds = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        return Duration.ofSeconds(seconds == null ? 1 : Long.parseLong(seconds));
    }
}
