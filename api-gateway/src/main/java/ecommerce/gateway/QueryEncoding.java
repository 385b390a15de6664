package ecommerce.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Percent-encodes characters in a query that Tomcat accepts but the gateway doesn't. The gateway's filters reject a raw
 * {@code =} in a value, which RFC 3986, 3.4 allows, and drop the whole query if it contains a malformed escape.
 */
@Component
class QueryEncoding extends OncePerRequestFilter {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query == null) {
            chain.doFilter(request, response);
            return;
        }
        var encoded = encode(query);
        chain.doFilter(encoded.equals(query) ? request : with(request, encoded), response);
    }

    private static HttpServletRequest with(HttpServletRequest request, String query) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getQueryString() {
                return query;
            }
        };
    }

    static String encode(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> Arrays.stream(parameter.split("=", 2))
                        .map(QueryEncoding::encodePart)
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
    }

    /** Encodes a name or value and keeps existing escapes. */
    private static String encodePart(String part) {
        var encoded = new StringBuilder();
        var matcher = ESCAPE.matcher(part);
        var from = 0;
        while (matcher.find()) {
            encoded.append(UriUtils.encodeQueryParam(part.substring(from, matcher.start()), "UTF-8"))
                    .append(matcher.group());
            from = matcher.end();
        }
        return encoded.append(UriUtils.encodeQueryParam(part.substring(from), "UTF-8"))
                .toString();
    }
}
