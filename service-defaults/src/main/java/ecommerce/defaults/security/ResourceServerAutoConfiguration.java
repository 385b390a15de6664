package ecommerce.defaults.security;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes every service a resource server, so that bypassing the gateway gives no additional access. Every request needs
 * a token except at {@code shop.security.public-endpoints}, and only services may call {@code /internal/**}. Each
 * service checks itself who owns a resource.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnProperty(name = "shop.security.resource-server", matchIfMissing = true)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableMethodSecurity
class ResourceServerAutoConfiguration {

    /** Has the lowest precedence, so that a service may add chains for its own paths before it. */
    @Bean
    @Order
    SecurityFilterChain resourceServer(
            HttpSecurity http, SecurityProperties properties, SecurityProblems problems, JwtDecoder decoder) {
        var publicEndpoints = properties.publicMatcher();
        var tokens = new PublicEndpointTokens(provider(decoder), publicEndpoints);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(publicEndpoints)
                        .permitAll()
                        .requestMatchers("/error", "/v3/api-docs/**", "/actuator/**")
                        .permitAll()
                        .requestMatchers("/internal/**")
                        .access(internalAccess(properties))
                        .anyRequest()
                        .hasAnyRole("USER", "ADMIN"))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(tokens::find)
                        .authenticationManagerResolver(tokens::managerFor)
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Services don't authenticate by cookie, so requests can't be forged.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Opens each internal path by its one scope. A path without a scope is closed. */
    private static AuthorizationManager<RequestAuthorizationContext> internalAccess(SecurityProperties properties) {
        var paths = RequestMatcherDelegatingAuthorizationManager.builder();
        properties
                .internalScopes()
                .forEach((path, scope) -> paths.requestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(path))
                        .hasAnyAuthority("SCOPE_" + scope, "SCOPE_" + Caller.ANY_SCOPE));
        var manager = paths.anyRequest().denyAll().build();
        return (authentication, context) -> manager.authorize(authentication, context.getRequest());
    }

    /** Refuses a token that was issued to a service for calls to another service (RFC 9068, 4). */
    @Bean
    OAuth2TokenValidator<Jwt> serviceAudience(@Value("${spring.application.name}") String service) {
        return new ServiceAudienceValidator(service);
    }

    @Bean
    AccessRules accessRules(SecurityProperties properties) {
        return new AccessRules(properties);
    }

    @Bean
    WebMvcConfigurer denyByDefault(AccessRules rules) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(rules);
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityProblems securityProblems(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        return new SecurityProblems(resolver);
    }

    @Bean(defaultCandidate = false)
    @LoadBalanced
    RestTemplate keySetRestTemplate(RestTemplateBuilder builder) {
        return builder.build();
    }

    /**
     * Fetches user-service's keys through the registry and caches them. Known keys remain valid while user-service is
     * unavailable. A token with an unknown key id triggers a new fetch.
     */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keySetThroughRegistry(@LoadBalanced RestTemplate keySetRestTemplate) {
        return decoder -> decoder.restOperations(keySetRestTemplate).cache(new ConcurrentMapCache("jwk-set"));
    }

    /**
     * Disables spans and timers for security filters, because recording them would cost more than the filters
     * themselves.
     */
    @Bean
    SecurityObservationSettings noFilterObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static JwtAuthenticationProvider provider(JwtDecoder decoder) {
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(callerConverter());
        return provider;
    }

    private static JwtAuthenticationConverter callerConverter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtPrincipalConverter(Caller::of);
        converter.setJwtGrantedAuthoritiesConverter(
                jwt -> List.copyOf(Caller.of(jwt).getAuthorities()));
        return converter;
    }
}
