package ecommerce.gateway.responsecache;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Identifies a kept response.
 *
 * @param changes how many changes the service had received from the gateway when the request arrived. A change thus makes all
 *     responses of before unreachable, also those that arrive after it.
 * @param target path and query, without an alias
 */
record ResponseKey(
        String service,
        long changes,
        String target,
        @Nullable String accept,
        @Nullable String encoding) {

    static ResponseKey of(String service, long changes, ServerRequest request) {
        var uri = request.uri();
        var target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        var headers = request.headers();
        return new ResponseKey(
                service,
                changes,
                target,
                headers.firstHeader(HttpHeaders.ACCEPT),
                headers.firstHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** Returns roughly how many bytes the key takes. */
    int weight() {
        return 100 + target.length() + length(accept) + length(encoding);
    }

    private static int length(@Nullable String header) {
        return header == null ? 0 : header.length();
    }
}
