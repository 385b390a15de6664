package ecommerce.defaults.serviceclient;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Adds a circuit breaker for each called service, named after the service's HTTP interface group. While a service is
 * unreachable, calls fail immediately instead of waiting for a timeout. Every response counts as a success, including
 * error responses, because the service is reachable.
 */
@AutoConfiguration
@EnableConfigurationProperties(CircuitBreakerProperties.class)
class CircuitBreakerAutoConfiguration {

    @Bean
    CircuitBreakerRegistry circuitBreakers(CircuitBreakerProperties properties) {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(properties.window())
                .minimumNumberOfCalls(properties.window())
                .failureRateThreshold(properties.failureRate())
                .waitDurationInOpenState(properties.openFor())
                .permittedNumberOfCallsInHalfOpenState(properties.probes())
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .recordExceptions(IOException.class)
                .build());
    }

    @Bean
    TaggedCircuitBreakerMetrics circuitBreakerMetrics(CircuitBreakerRegistry circuitBreakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers);
    }

    @Bean
    RestClientHttpServiceGroupConfigurer circuitBreakerPerService(CircuitBreakerRegistry circuitBreakers) {
        return new PerService(circuitBreakers);
    }

    private record PerService(CircuitBreakerRegistry circuitBreakers) implements RestClientHttpServiceGroupConfigurer {

        @Override
        public void configureGroups(Groups<RestClient.Builder> groups) {
            groups.forEachClient((group, client) -> client.requestInterceptor(
                    new CircuitBreakerInterceptor(circuitBreakers.circuitBreaker(group.name()))));
        }

        /**
         * Runs outside the load balancer's retries, whose order is 10. A call that another instance answered has not
         * failed.
         */
        @Override
        public int getOrder() {
            return 0;
        }
    }
}
