package ecommerce.proxyclient.page;

import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Why a page can't be shown.
 *
 * @param detail for people; empty if the status says it all
 * @param headers for the response, such as {@code Retry-After}
 */
public record PageError(int status, String detail, HttpHeaders headers) {

    private static final String RETRY_AFTER_SECONDS = "2";
    /** Statuses whose own text says more to a user than a service or the framework does. */
    private static final Set<Integer> TOLD_BY_STATUS = Set.of(403, 404, 405);

    private static final String RECENT_SIGN_IN = "insufficient_user_authentication";

    static PageError of(Exception exception) {
        return switch (exception) {
            case HttpClientErrorException refused -> of(refused);
            case RestClientException failed -> unavailable(failed);
            case AccessDeniedException denied -> new PageError(403, "", new HttpHeaders());
            case AuthenticationException anonymous -> new PageError(401, "", new HttpHeaders());
            case BindException invalid -> new PageError(400, "", new HttpHeaders());
            case MethodArgumentTypeMismatchException invalid -> new PageError(400, "", new HttpHeaders());
            case ErrorResponse response ->
                new PageError(response.getStatusCode().value(), detail(response), response.getHeaders());
            default -> new PageError(500, "", new HttpHeaders());
        };
    }

    /** Passes on what a service has refused. */
    private static PageError of(HttpClientErrorException refused) {
        var headers = new HttpHeaders();
        var received = refused.getResponseHeaders() == null ? new HttpHeaders() : refused.getResponseHeaders();
        for (var name : new String[] {HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE}) {
            var value = received.getFirst(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        return new PageError(
                refused.getStatusCode().value(), Refusal.of(refused).detail(), headers);
    }

    private static PageError unavailable(RestClientException failed) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        var cause = failed instanceof RestClientResponseException response
                ? "status " + response.getStatusCode().value()
                : NestedExceptionUtils.getMostSpecificCause(failed).toString();
        return new PageError(503, cause, headers);
    }

    private static String detail(ErrorResponse response) {
        var detail = response.getBody().getDetail();
        return detail == null ? "" : detail;
    }

    /** Returns whether the password was entered too long ago for the request (RFC 9470). */
    boolean wantsPassword() {
        var challenge = headers.getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return challenge != null && challenge.contains(RECENT_SIGN_IN);
    }

    /** Returns whether the detail is for the user: a cause inside the shop isn't. */
    public boolean hasDetail() {
        return status < 500 && !TOLD_BY_STATUS.contains(status) && !detail.isEmpty();
    }

    /** Returns the status, or the class of a status for which there is no text. */
    public String text() {
        return switch (status) {
            case 400, 403, 404, 429, 503 -> "error." + status;
            default -> status < 500 ? "error.400" : "error.500";
        };
    }
}
