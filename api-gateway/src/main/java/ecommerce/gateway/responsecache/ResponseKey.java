package ecommerce.gateway.responsecache;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Identifies a kept response.
 *
 * @param changes how many changes the service had received from the gateway when the request arrived. A change thus makes all
 *     responses of before unreachable, also those that arrive after it.
 * @param scheme the client's, which the service knows: {@code Strict-Transport-Security} depends on it
 * @param target path and query, without an alias
 * @param accept the values of each header {@code Accept}
 * @param encoding the values of each header {@code Accept-Encoding}
 */
record ResponseKey(
        String service, long changes, String scheme, String target, List<String> accept, List<String> encoding) {

    static ResponseKey of(String service, long changes, ServerRequest request) {
        var uri = request.uri();
        var target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        var headers = request.headers();
        return new ResponseKey(
                service,
                changes,
                uri.getScheme(),
                target,
                List.copyOf(headers.header(HttpHeaders.ACCEPT)),
                List.copyOf(headers.header(HttpHeaders.ACCEPT_ENCODING)));
    }

    /** Returns roughly how many bytes the key takes. */
    int weight() {
        return 100 + target.length() + length(accept) + length(encoding);
    }

    private static int length(List<String> headers) {
        return headers.stream().mapToInt(String::length).sum();
    }
}
