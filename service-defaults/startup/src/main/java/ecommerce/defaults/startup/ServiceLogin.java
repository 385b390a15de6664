package ecommerce.defaults.startup;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The login that all services share at the registry or at cloud-config. Keeps a digest of its password, which is checked in
 * microseconds. Spring Boot's user of {@code spring.security.user} would be stored with bcrypt at the first sign-in, and then each
 * heartbeat of each instance would cost 60 ms of processor time. The password is a long random secret, so a slow hash wouldn't
 * protect it better.
 */
public final class ServiceLogin implements UserDetailsService {

    private static final String NAME = "shop";
    private static final String ROLE = "CLIENT";

    private final UserDetails login;

    public ServiceLogin(String password) {
        this.login = User.withUsername(NAME)
                .password(encoder().encode(password))
                .roles(ROLE)
                .build();
    }

    /**
     * Returns the encoder of the password. It must be a bean: Spring Security also checks the passwords of unknown names, so
     * that they take as long as known ones, and would do that with bcrypt otherwise.
     */
    @SuppressWarnings("deprecation") // meant as a warning against digests of people's passwords
    public static PasswordEncoder encoder() {
        return new MessageDigestPasswordEncoder("SHA-256");
    }

    /** Returns a copy, because Spring Security erases the password of what it gets. */
    @Override
    public UserDetails loadUserByUsername(String username) {
        if (!username.equals(NAME)) {
            throw new UsernameNotFoundException("There is no login of this name");
        }
        return User.withUserDetails(login).build();
    }
}
