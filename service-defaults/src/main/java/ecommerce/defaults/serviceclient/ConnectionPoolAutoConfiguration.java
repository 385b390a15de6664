package ecommerce.defaults.serviceclient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Connections to other services: kept, and as many as there are requests at the same time. */
@AutoConfiguration(beforeName = "org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration")
class ConnectionPoolAutoConfiguration {

    private static final int CONNECTIONS = 200;

    /** It would repeat a request by itself after a 429 or a 503; whether that is right, whoever calls decides. */
    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> keptConnections() {
        return builder -> builder.withConnectionManagerCustomizer(
                        connections -> connections.setMaxConnTotal(2 * CONNECTIONS).setMaxConnPerRoute(CONNECTIONS))
                .withHttpClientCustomizer(client -> client.disableAutomaticRetries());
    }
}
