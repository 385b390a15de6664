package ecommerce.defaults.registry;

import com.netflix.appinfo.HealthCheckHandler;
import com.netflix.discovery.EurekaClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.cloud.netflix.eureka.EurekaHealthCheckHandler;
import org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * Signs in at the registry with each request, and registers the instance as soon as it is ready. The credentials aren't
 * part of {@code EUREKA_URL}, because URLs are logged.
 */
@AutoConfiguration(
        before = DiscoveryClientOptionalArgsConfiguration.class,
        after = ApplicationAvailabilityAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "eureka.client.enabled", matchIfMissing = true)
class RegistryClientAutoConfiguration {

    private static final String USERNAME = "shop";

    @Bean
    RestClientDiscoveryClientOptionalArgs registryClient(
            EurekaClientHttpRequestFactorySupplier requestFactories,
            ObjectProvider<RestClient.Builder> builders,
            @Value("${REGISTRY_PASSWORD}") String password) {
        return new RestClientDiscoveryClientOptionalArgs(
                requestFactories,
                () -> builders.getIfAvailable(RestClient::builder)
                        .defaultHeaders(headers -> headers.setBasicAuth(USERNAME, password)));
    }

    /** Comes after {@code applicationAvailability}, so that the check of the health sees the new state. */
    @Bean
    ReadyInstance readyInstance(
            ObjectProvider<EurekaClient> clients,
            @Qualifier("registeredHealth") HealthCheckHandler health,
            ConfigurableApplicationContext context) {
        return new ReadyInstance(clients, health, context);
    }

    /** Isn't a default candidate, because Spring Cloud would give it to the client too early. */
    @Bean(defaultCandidate = false)
    HealthCheckHandler registeredHealth(ObjectProvider<StatusAggregator> aggregators) {
        return new EurekaHealthCheckHandler(aggregators.getIfAvailable(StatusAggregator::getDefault));
    }
}
