package ecommerce.gateway.responsecache;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A response that may answer other requests.
 *
 * @param lifetime for how long it may do so
 * @param since when it arrived, in nanoseconds of {@link System#nanoTime()}
 */
record KeptResponse(HttpHeaders headers, byte[] body, Duration lifetime, long since) {

    private static final Pattern LIFETIME = Pattern.compile("\\bs-maxage=(\\d{1,9})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_SHARED =
            Pattern.compile("\\b(private|no-store|no-cache)\\b", Pattern.CASE_INSENSITIVE);
    private static final int WEIGHT_OF_HEADERS = 2000;

    /**
     * Returns for how long shared caches may keep a response, or zero. Only {@code s-maxage} counts (RFC 9111, 5.2.2.10), so a
     * service must allow it explicitly. A directive that forbids it takes precedence.
     */
    static Duration lifetimeOf(ServerResponse response) {
        var cacheControl = response.headers().getCacheControl();
        if (cacheControl == null
                || response.statusCode() != HttpStatus.OK
                || NOT_SHARED.matcher(cacheControl).find()
                || response.headers().containsHeader(HttpHeaders.SET_COOKIE)) {
            return Duration.ZERO;
        }
        var lifetime = LIFETIME.matcher(cacheControl);
        return lifetime.find() ? Duration.ofSeconds(Long.parseLong(lifetime.group(1))) : Duration.ZERO;
    }

    /** Returns the response, or a 304 if the request names its entity tag. */
    ServerResponse respond() {
        var age = Duration.ofNanos(System.nanoTime() - since).toSeconds();
        return ServerResponse.ok()
                .headers(all -> {
                    all.putAll(headers);
                    all.set(HttpHeaders.AGE, Long.toString(age));
                })
                .body(body);
    }

    int weight() {
        return WEIGHT_OF_HEADERS + body.length;
    }
}
