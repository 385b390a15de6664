package ecommerce.user.token;

import ecommerce.user.password.PasswordHashing;
import ecommerce.user.user.UserRepository;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Configures password checking by Spring Security. A check takes as long for an unknown user name as for a known one. A
 * hash of an earlier release is replaced when its user signs in.
 */
@Configuration(proxyBeanMethods = false)
class PasswordAuthenticationConfiguration {

    /** The secrets of services are long and random, so a fast hash is safe, and never waits for people's passwords. */
    @Bean
    @SuppressWarnings("deprecation")
    PasswordEncoder clientSecretEncoder() {
        return new MessageDigestPasswordEncoder("SHA-256");
    }

    /** A blocked user is unknown, so that neither the answer nor its time tells that the password is right. */
    @Bean
    UserDetailsService signInUsers(UserRepository users) {
        return username -> users.findByUsername(username)
                .filter(user -> !user.isBlocked())
                .map(user -> User.withUsername(user.username())
                        .password(user.passwordHash())
                        .roles(user.role().name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    @Bean
    UserDetailsPasswordService newHashes(UserRepository users) {
        return (user, hash) -> {
            users.rehash(user.getUsername(), Objects.requireNonNull(user.getPassword()), Objects.requireNonNull(hash));
            return User.withUserDetails(user).password(hash).build();
        };
    }

    @Bean
    AuthenticationManager passwordAuthentication(
            UserDetailsService signInUsers, UserDetailsPasswordService newHashes, PasswordHashing hashing) {
        var provider = new DaoAuthenticationProvider(signInUsers);
        provider.setPasswordEncoder(hashing.encoder());
        provider.setUserDetailsPasswordService(newHashes);
        var manager = new ProviderManager(provider);
        return authentication -> hashing.inTurn(() -> authenticate(manager, authentication));
    }

    /** Throws a failure of the database as it is. It would look like wrong credentials otherwise. */
    private static Authentication authenticate(AuthenticationManager manager, Authentication authentication) {
        try {
            return manager.authenticate(authentication);
        } catch (InternalAuthenticationServiceException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
