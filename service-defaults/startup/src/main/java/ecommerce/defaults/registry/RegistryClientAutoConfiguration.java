package ecommerce.defaults.registry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.RestClientDiscoveryClientOptionalArgs;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/**
 * Signs in at the registry with each request. The credentials aren't part of {@code EUREKA_URL}, because URLs are
 * logged.
 */
@AutoConfiguration(before = DiscoveryClientOptionalArgsConfiguration.class)
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
}
