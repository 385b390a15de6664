package ecommerce.gateway.responsecache;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers an anonymous GET with a kept response and keeps the responses that the service allows it to. Requests with a token and
 * requests that ask for a fresh response ({@code Cache-Control}) always go to the service. A change that goes through this
 * gateway invalidates all responses of the service (RFC 9111, 4.4), because a product also is in lists. A request that the
 * service refuses, or of which it gets only a part, is no change. Otherwise anybody could keep the cache empty.
 */
class ResponseCacheFilter implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String service;
    private final Cache<ResponseKey, KeptResponse> responses;
    private final int largestResponse;
    private final AtomicLong changes = new AtomicLong();

    ResponseCacheFilter(String service, Cache<ResponseKey, KeptResponse> responses, int largestResponse) {
        this.service = service;
        this.responses = responses;
        this.largestResponse = largestResponse;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!SAFE.contains(request.method())) {
            return change(request, next);
        }
        if (!mayBeKept(request)) {
            return next.handle(request);
        }
        var key = ResponseKey.of(service, changes.get(), request);
        var kept = responses.getIfPresent(key);
        if (kept != null) {
            return kept.respond();
        }
        var response = next.handle(request);
        var lifetime = KeptResponse.lifetimeOf(response);
        return lifetime.isPositive() ? keep(key, request, response, lifetime) : response;
    }

    private ServerResponse change(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            var response = next.handle(request);
            if (!response.statusCode().is4xxClientError()) {
                changes.incrementAndGet();
            }
            return response;
        } catch (ResourceAccessException noAnswer) {
            // If the service got the whole request, it may have made the change although its answer is lost.
            if (request.servletRequest().getInputStream().isFinished()) {
                changes.incrementAndGet();
            }
            throw noAnswer;
        }
    }

    private static boolean mayBeKept(ServerRequest request) {
        var headers = request.headers().asHttpHeaders();
        return request.method() == HttpMethod.GET
                && !headers.containsHeader(HttpHeaders.AUTHORIZATION)
                && !headers.containsHeader(HttpHeaders.CACHE_CONTROL)
                && !headers.containsHeader(HttpHeaders.RANGE);
    }

    /** Keeps the response if it is short enough. Returns a response with the same content, because this reads the body. */
    private ServerResponse keep(ResponseKey key, ServerRequest request, ServerResponse response, Duration lifetime) {
        ClientHttpResponse source =
                Objects.requireNonNull(MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR));
        var start = startOf(source);
        if (start.length > largestResponse) {
            return continued(response, start, source);
        }
        source.close();
        var kept = new KeptResponse(HttpHeaders.copyOf(response.headers()), start, lifetime, System.nanoTime());
        responses.put(key, kept);
        return kept.respond();
    }

    private byte[] startOf(ClientHttpResponse source) {
        try {
            return source.getBody().readNBytes(largestResponse + 1);
        } catch (IOException broken) {
            source.close();
            throw new ResourceAccessException("The service's response broke off", broken);
        }
    }

    private static ServerResponse continued(ServerResponse response, byte[] start, ClientHttpResponse source) {
        return ServerResponse.ok()
                .headers(headers -> headers.putAll(response.headers()))
                .build((request, client) -> {
                    try (source) {
                        client.getOutputStream().write(start);
                        source.getBody().transferTo(client.getOutputStream());
                    }
                    return null;
                });
    }
}
