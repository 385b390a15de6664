package ecommerce.gateway;

import ecommerce.defaults.observability.Route;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.BodyFilterFunctions;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Retries a request on another instance if an instance doesn't respond. It runs outside the load balancer, which picks
 * an {@linkplain UntriedInstances untried} instance for each attempt. A request is retried if it wasn't sent (no
 * connection) or if a retry is safe: a safe method (RFC 9110, 9.2.1), or a request with an {@code Idempotency-Key} and a
 * body that is short enough to buffer. The gateway's own Retry filter isn't used because it retries requests regardless of
 * their method.
 */
class RetryElsewhere implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(RetryElsewhere.class);

    private static final int ATTEMPTS = 3;
    private static final int LONGEST_KEPT_BODY = 64 * 1024;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        var keepsBody = isKeyed(request);
        if (keepsBody) {
            MvcUtils.cacheBody(request);
        }
        for (var attempt = 1; ; attempt++) {
            try {
                return next.handle(keepsBody ? withKeptBody(request) : request);
            } catch (ResourceAccessException noAnswer) {
                var harmless = keepsBody || SAFE.contains(request.method()) || hasNotLeft(noAnswer);
                if (!harmless || attempt == ATTEMPTS) {
                    throw noAnswer;
                }
                UntriedInstances.exclude(request);
                log.warn(
                        "{} {} goes to another instance: {}",
                        request.method(),
                        Route.of(request.servletRequest()),
                        NestedExceptionUtils.getMostSpecificCause(noAnswer).toString());
            }
        }
    }

    private static boolean isKeyed(ServerRequest request) {
        var length = request.headers().contentLength().orElse(Long.MAX_VALUE);
        return length <= LONGEST_KEPT_BODY && request.headers().firstHeader("Idempotency-Key") != null;
    }

    private static ServerRequest withKeptBody(ServerRequest request) {
        MvcUtils.getOrCacheBody(request).reset();
        return BodyFilterFunctions.adaptCachedBody().apply(request);
    }

    private static boolean hasNotLeft(ResourceAccessException noAnswer) {
        return noAnswer.contains(HttpConnectTimeoutException.class) || noAnswer.contains(ConnectException.class);
    }
}
