package ecommerce.gateway.responsecache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Creates the response caches of the services, which share one memory limit. Each instance of the gateway keeps its own
 * responses. The gateway's LocalResponseCache filter isn't used because it exists for WebFlux only.
 */
@Component
@EnableConfigurationProperties(ResponseCacheProperties.class)
public class ResponseCaches {

    private final Cache<ResponseKey, KeptResponse> responses;
    private final int largestResponse;

    ResponseCaches(ResponseCacheProperties properties, MeterRegistry meters) {
        largestResponse = Math.toIntExact(properties.largestResponse().toBytes());
        responses = Caffeine.newBuilder()
                .maximumWeight(properties.size().toBytes())
                .weigher((ResponseKey key, KeptResponse response) -> key.weight() + response.weight())
                .expireAfter(Expiry.<ResponseKey, KeptResponse>creating((key, response) -> response.lifetime()))
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, responses, "responses");
    }

    /** Returns a filter that keeps the responses of a service. Use the same filter for all routes to the service. */
    public HandlerFilterFunction<ServerResponse, ServerResponse> of(String service) {
        return new ResponseCacheFilter(service, responses, largestResponse);
    }
}
