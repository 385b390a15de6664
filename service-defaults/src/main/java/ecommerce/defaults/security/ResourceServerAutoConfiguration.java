package ecommerce.defaults.security;

import ecommerce.defaults.token.RememberedTokens;
import ecommerce.defaults.token.ServiceAudienceValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
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
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
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
            HttpSecurity http,
            SecurityProperties properties,
            SecurityProblems problems,
            JwtDecoder decoder,
            StaffTokens staffTokens) {
        var publicEndpoints = properties.publicMatcher();
        var tokens = new PublicEndpointTokens(
                provider(new RememberedTokens(decoder)), new StaffTokenCheck(staffTokens), publicEndpoints);
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
                        .withObjectPostProcessor(new UncheckedTokens(problems))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Services don't authenticate by cookie, so requests can't be forged.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
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

    /** For a service that has no endpoints for staff. All others have a bean that can tell. */
    @Bean
    @ConditionalOnProperty(name = "shop.security.staff-tokens.check", havingValue = "false")
    StaffTokens uncheckedStaffTokens() {
        return (caller, token) -> true;
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

    /** @param maxAge how long after a sign-in a user may make changes that require a recent one */
    @Bean
    RecentSignIn recentSignIn(@Value("${shop.security.recent-sign-in:15m}") Duration maxAge) {
        return new RecentSignIn(maxAge, Clock.systemUTC());
    }

    /**
     * Disables spans and timers for security filters, because recording them would cost more than the filters
     * themselves.
     */
    @Bean
    SecurityObservationSettings noFilterObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Reports a token that can't be checked as {@link SecurityProblems} does, instead of failing with a 500. */
    private record UncheckedTokens(SecurityProblems problems)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
            var handler = new AuthenticationEntryPointFailureHandler(problems);
            handler.setRethrowAuthenticationServiceException(false);
            filter.setAuthenticationFailureHandler(handler);
            return filter;
        }
    }

    private static JwtAuthenticationProvider provider(JwtDecoder decoder) {
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(callerConverter());
        return provider;
    }

    private static JwtAuthenticationConverter callerConverter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtPrincipalConverter(Caller::of);
        // The converter adds the caller's authorities to these.
        converter.setJwtGrantedAuthoritiesConverter(_ -> List.of());
        return converter;
    }
}
