package ecommerce.config;

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

/** Serves settings only to those who sign in as the services do. The actuator on its own port is open. */
@Configuration(proxyBeanMethods = false)
class ConfigSecurityConfiguration {

    /** The login of every service. */
    @Bean
    ServiceLogin serviceLogin(@Value("${CONFIG_PASSWORD}") String password) {
        return new ServiceLogin(password);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return ServiceLogin.encoder();
    }

    @Bean
    SecurityFilterChain settings(
            HttpSecurity http, @Value("${shop.accept-anonymous-clients}") boolean acceptAnonymousClients) {
        return http.authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers(EndpointRequest.toAnyEndpoint())
                            .permitAll();
                    if (acceptAnonymousClients) {
                        requests.requestMatchers(HttpMethod.GET, "/{service}/{profiles}")
                                .permitAll();
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
