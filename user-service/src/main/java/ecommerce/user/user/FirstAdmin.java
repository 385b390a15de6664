package ecommerce.user.user;

import ecommerce.user.password.PasswordHashing;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the first staff account of a new shop, which can make other users staff. Its user name is {@code admin} and
 * its password is the value of {@code ADMIN_PASSWORD}. If any staff account exists, the variable has no effect, so that
 * the account can be deleted.
 */
@Component
@ConditionalOnProperty("ADMIN_PASSWORD")
@Order(0)
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private static final String USERNAME = "admin";
    private static final String EMAIL = "admin@example.com";
    private static final long NOBODY = -1;

    private final UserService service;
    private final UserRepository users;
    private final PasswordHashing hashing;
    private final String password;

    FirstAdmin(
            UserService service,
            UserRepository users,
            PasswordHashing hashing,
            @Value("${ADMIN_PASSWORD}") String password) {
        this.service = service;
        this.users = users;
        this.hashing = hashing;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (password.isBlank() || users.existsByRole(Role.ADMIN)) {
            return;
        }
        if (users.findByUsername(USERNAME).isPresent()) {
            log.error("The shop has no staff, and a customer has the user name {}. Make an account staff.", USERNAME);
            return;
        }
        var profile = new Profile("First", "Admin", null, freeEmail(), null);
        service.register(profile, USERNAME, hashing.encode(password), Role.ADMIN);
        log.info("Created the account {}", USERNAME);
    }

    /** Returns a placeholder. A customer may already have the usual one. */
    private String freeEmail() {
        return users.existsByEmail(EMAIL, NOBODY) ? "admin.%s@example.com".formatted(UUID.randomUUID()) : EMAIL;
    }
}
