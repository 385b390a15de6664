package ecommerce.defaults.problem;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** Says what to do about a refusal of which only the status is known, or that Spring explains badly. */
final class StatusDetail {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private StatusDetail() {}

    /**
     * Returns what is wrong, and what to do, or null if the status says nothing about it.
     *
     * @param method the method of the request
     */
    static @Nullable String of(HttpStatus status, @Nullable String method) {
        if (method != null && !METHODS.contains(method) && status.is4xxClientError()) {
            return "The method isn't supported. Use GET, HEAD, POST, PUT, PATCH or DELETE.";
        }
        return switch (status) {
            case BAD_REQUEST ->
                "The request can't be read. Percent-encode special characters in the path and the query, such as [ and"
                        + " ], send no empty segments and no semicolons in the path, and send headers of at most 8 KB.";
            case NOT_FOUND -> "There is no resource at this path";
            case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> "The resource doesn't support this method";
            case REQUEST_TIMEOUT -> "The body arrives too slowly. Send the request again.";
            case CONTENT_TOO_LARGE -> "The body is too large. Send less at once.";
            case URI_TOO_LONG -> "The path or the query is too long. Shorten it.";
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers are too long. Send at most 8 KB.";
            case INTERNAL_SERVER_ERROR -> "An internal error occurred";
            case SERVICE_UNAVAILABLE -> "The service is unavailable. Retry in a few seconds.";
            default -> null;
        };
    }

    /** Names the media types that an endpoint accepts, without wildcards. */
    static String unsupported(HttpMediaTypeNotSupportedException refused) {
        var accepted = refused.getSupportedMediaTypes().stream()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        var given = refused.getContentType();
        return (given == null
                        ? "The Content-Type is missing, or it or its charset is unknown"
                        : "The Content-Type %s is not supported".formatted(given))
                + (accepted.isEmpty() ? "" : "; use " + accepted);
    }
}
