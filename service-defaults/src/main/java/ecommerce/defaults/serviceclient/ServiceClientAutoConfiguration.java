package ecommerce.defaults.serviceclient;

import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Adds the service's own token to its calls to {@code /internal/**} of other services. For each called service it
 * fetches a token by client credentials from user-service, at user-service's own address. Only that called service
 * accepts the token. It is kept until shortly before it expires.
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnProperty("spring.security.oauth2.client.registration.service.client-id")
class ServiceClientAutoConfiguration {

    /** The id of the client registration with the service's name and secret. */
    private static final String SERVICE = "service";

    @Bean
    ServiceTokenConfigurer serviceTokens(ClientRegistrationRepository registrations, RestClient.Builder builder) {
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(builder.configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .requestInterceptor(new NextAddress())
                .build());
        return new ServiceTokenConfigurer(Objects.requireNonNull(registrations.findByRegistrationId(SERVICE)), tokens);
    }
}
