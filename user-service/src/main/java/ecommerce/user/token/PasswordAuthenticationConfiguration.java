package ecommerce.user.token;

import ecommerce.user.user.UserRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Configures password hashing and checking by Spring Security. A check takes as long for an unknown user name as for a
 * known one.
 */
@Configuration(proxyBeanMethods = false)
class PasswordAuthenticationConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService signInUsers(UserRepository users) {
        return username -> users.findByUsername(username)
                .map(user -> User.withUsername(user.username())
                        .password(user.passwordHash())
                        .roles(user.role().name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    @Bean
    AuthenticationManager passwordAuthentication(UserDetailsService signInUsers, PasswordEncoder passwordEncoder) {
        var provider = new DaoAuthenticationProvider(signInUsers);
        provider.setPasswordEncoder(passwordEncoder);
        return new ProviderManager(provider);
    }
}
