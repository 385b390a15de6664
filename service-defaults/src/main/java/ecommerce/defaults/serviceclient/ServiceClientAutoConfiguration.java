package ecommerce.defaults.serviceclient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.support.OAuth2RestClientHttpServiceGroupConfigurer;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Adds the service's own token to its calls to {@code /internal/**} of other services. An {@code @HttpExchange}
 * interface that carries {@code @ClientRegistrationId(SERVICE)} sends a token that is fetched from user-service by
 * client credentials and kept until shortly before it expires.
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnProperty("spring.security.oauth2.client.registration.service.client-id")
public class ServiceClientAutoConfiguration {

    /** The id of the client registration that a service uses for its own tokens. */
    public static final String SERVICE = "service";

    /** Used only to fetch tokens. Every other user of a builder needs one that doesn't use the registry. */
    @Bean(defaultCandidate = false)
    @LoadBalanced
    RestClient.Builder tokenRestClientBuilder() {
        return RestClient.builder();
    }

    @Bean
    OAuth2RestClientHttpServiceGroupConfigurer serviceTokens(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients,
            @LoadBalanced RestClient.Builder tokenRestClientBuilder) {
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(tokenRestClientBuilder
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokens);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(provider);
        return OAuth2RestClientHttpServiceGroupConfigurer.from(manager);
    }
}
