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
 * A service's own token on its calls to other services' {@code /internal/**}: an {@code @HttpExchange} interface that
 * carries {@code @ClientRegistrationId(SERVICE)} sends one, fetched from user-service by client credentials and kept
 * until shortly before it ends.
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnProperty("spring.security.oauth2.client.registration.service.client-id")
public class ServiceClientAutoConfiguration {

    /** The client registration that every service has for itself. */
    public static final String SERVICE = "service";

    /** Only for tokens. Every other user of a builder needs one that doesn't use the registry. */
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
