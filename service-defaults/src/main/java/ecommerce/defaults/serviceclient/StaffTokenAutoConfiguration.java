package ecommerce.defaults.serviceclient;

import ecommerce.defaults.security.StaffTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.client.RestClient;

/**
 * Lets each service ask user-service, at its own address, about staff's tokens. user-service itself looks into its
 * database.
 */
@AutoConfiguration(
        beforeName = "ecommerce.defaults.security.ResourceServerAutoConfiguration",
        afterName = "org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientAutoConfiguration")
@ConditionalOnProperty("spring.security.oauth2.client.registration.service.client-id")
@EnableConfigurationProperties(StaffTokenProperties.class)
class StaffTokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    StaffTokens staffTokens(
            ClientHttpRequestFactoryBuilder<?> factories,
            HttpClientSettings settings,
            ClientRegistrationRepository registrations,
            CircuitBreakerRegistry breakers,
            StaffTokenProperties properties) {
        var service = Objects.requireNonNull(registrations.findByRegistrationId("service"));
        var http = RestClient.builder()
                .requestFactory(factories.build(settings.withReadTimeout(properties.timeout())
                        .withConnectTimeout(properties.timeout().dividedBy(2))))
                .baseUrl(properties.introspectionUri())
                .configureMessageConverters(
                        converters -> converters.registerDefaults().addCustomConverter(new FormHttpMessageConverter()))
                .defaultHeaders(headers -> headers.setBasicAuth(service.getClientId(), service.getClientSecret()))
                .requestInterceptor(new CircuitBreakerInterceptor(breakers.circuitBreaker("introspection")))
                // Inside the breaker: a question that another instance answered has not failed.
                .requestInterceptor(new NextAddress())
                .build();
        return new IntrospectedStaffTokens(http, properties);
    }
}
