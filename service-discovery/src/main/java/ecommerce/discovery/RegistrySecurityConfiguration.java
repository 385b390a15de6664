package ecommerce.discovery;

import ecommerce.defaults.startup.ServiceLogin;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets everybody read the page and the list of instances, which Prometheus and operators use. Whoever registers, renews or removes
 * an instance must sign in as the services do.
 */
@Configuration(proxyBeanMethods = false)
class RegistrySecurityConfiguration {

    private static final String[] READABLE = {
        "/",
        "/eureka/css/**",
        "/eureka/fonts/**",
        "/eureka/images/**",
        "/eureka/js/**",
        "/eureka/apps",
        "/eureka/apps/**"
    };

    /** The login of every service. */
    @Bean
    ServiceLogin serviceLogin(@Value("${REGISTRY_PASSWORD}") String password) {
        return new ServiceLogin(password);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return ServiceLogin.encoder();
    }

    @Bean
    SecurityFilterChain registry(
            HttpSecurity http, @Value("${shop.accept-anonymous-clients}") boolean acceptAnonymousClients) {
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers(EndpointRequest.toAnyEndpoint())
                            .permitAll()
                            .requestMatchers(HttpMethod.GET, READABLE)
                            .permitAll()
                            .requestMatchers(HttpMethod.HEAD, READABLE)
                            .permitAll();
                    if (acceptAnonymousClients) {
                        requests.requestMatchers("/eureka/apps/**").permitAll();
                    }
                    requests.anyRequest().hasRole("CLIENT");
                })
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No session and no cookie, so requests can't be forged.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
