package ecommerce.defaults.startup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

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
                .password("{SHA-256}" + HexFormat.of().formatHex(digest(password)))
                .roles(ROLE)
                .build();
    }

    /** Returns a copy, because Spring Security erases the password of what it gets. */
    @Override
    public UserDetails loadUserByUsername(String username) {
        if (!username.equals(NAME)) {
            throw new UsernameNotFoundException("There is no login of this name");
        }
        return User.withUserDetails(login).build();
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
