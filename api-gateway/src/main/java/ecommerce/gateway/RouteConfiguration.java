package ecommerce.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.filter.LoadBalancerFilterFunctions.lb;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.method;
import static org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates.path;

import ecommerce.gateway.responsecache.ResponseCaches;
import java.util.ArrayList;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Routes each service's paths, aliases and API description through the response cache and the load balancer, and retries
 * requests on other instances.
 */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = InstanceConfiguration.class)
@EnableConfigurationProperties({ServiceRoutes.class, TransferProperties.class})
class RouteConfiguration {

    @Bean
    ClientHttpRequestFactory requestFactory(
            ClientHttpRequestFactoryBuilder<?> factories, HttpClientSettings settings, TransferProperties transfers) {
        return new TransferTimeouts(factories, settings, transfers);
    }

    /**
     * Creates the routes. Aliases come first: {@code /app/api/orders} belongs to order-service, the other paths of
     * {@code /app} to proxy-client.
     */
    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            ServiceRoutes services,
            ResponseCaches responses,
            @Value("http://localhost:${management.server.port}") String management) {
        var routes = health(management);
        var canonical = new ArrayList<RouterFunction<ServerResponse>>();
        for (var entry : services.routes().entrySet()) {
            var service = entry.getKey();
            var route = entry.getValue();
            var cache = responses.of(service);
            routes = routes.and(
                    toService(service, cache, setPath("/v3/api-docs"), ApiDocumentConfiguration.document(service)));
            if (!route.resources().isEmpty()) {
                routes = routes.and(toService(service, cache, stripPrefix(1), route.aliases(service)));
            }
            canonical.add(toService(service, cache, Function.identity(), route.canonical()));
        }
        return canonical.stream().reduce(routes, RouterFunction::and);
    }

    private static RouterFunction<ServerResponse> health(String management) {
        return route("health")
                .route(path("/api/actuator/health").and(method(HttpMethod.GET, HttpMethod.HEAD)), http())
                .before(uri(management))
                .before(setPath("/actuator/health"))
                .build();
    }

    private static RouterFunction<ServerResponse> toService(
            String service,
            HandlerFilterFunction<ServerResponse, ServerResponse> cache,
            Function<ServerRequest, ServerRequest> rewrite,
            String... paths) {
        return route(service)
                .route(path(paths), http())
                .before(rewrite)
                .filter(cache)
                .filter(new RetryElsewhere())
                .filter(lb(service))
                .build();
    }
}
