package ecommerce.user.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import ecommerce.user.edge.ServiceEdges;
import ecommerce.user.edge.ServiceTokenCustomizer;
import ecommerce.user.introspection.Introspection;
import ecommerce.user.introspection.IntrospectionProvider;
import ecommerce.user.throttle.ThrottledGrantResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Configures Spring Security's OAuth 2.1 authorization server with this shop's grants. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            TokenService tokens,
            Introspection introspection,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .oauth2AuthorizationServer(server -> server.tokenEndpoint(
                                endpoint -> endpoint.accessTokenRequestConverters(
                                                converters -> converters.addFirst(new FirstPartyGrant.Converter()))
                                        .authenticationProviders(
                                                providers -> providers.addFirst(new FirstPartyGrantProvider(tokens)))
                                        .errorResponseHandler(new ThrottledGrantResponse(problems)))
                        .tokenRevocationEndpoint(endpoint -> endpoint.authenticationProviders(
                                providers -> providers.addFirst(new RevocationProvider(tokens))))
                        .tokenIntrospectionEndpoint(endpoint -> endpoint.authenticationProviders(
                                providers -> replace(providers, new IntrospectionProvider(introspection)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Removes Spring's own provider, which would be asked if this one refuses. */
    private static void replace(List<AuthenticationProvider> providers, AuthenticationProvider provider) {
        providers.clear();
        providers.add(provider);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(TokenProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        // The first key signs; the others only verify.
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> keys, TokenProperties properties, OAuth2TokenValidator<Jwt> serviceAudience) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.issuer()),
                new JwtAudienceValidator(properties.audience()),
                serviceAudience));
        return decoder;
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> serviceTokens(ServiceEdges edges, TokenProperties properties) {
        return new ServiceTokenCustomizer(edges, properties.audience());
    }

    @Bean
    ServiceEdges serviceEdges() {
        return ServiceEdges.read();
    }
}
