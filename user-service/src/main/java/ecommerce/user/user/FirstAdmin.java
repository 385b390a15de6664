package ecommerce.user.user;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The account of a new shop's first member of staff, who can make others: {@code admin}, with the password that
 * {@code ADMIN_PASSWORD} gives. Once it is there the variable changes nothing any more.
 */
@Component
@ConditionalOnProperty("ADMIN_PASSWORD")
@Order(0)
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private static final String USERNAME = "admin";

    private final UserService service;
    private final UserRepository users;
    private final String password;

    FirstAdmin(UserService service, UserRepository users, @Value("${ADMIN_PASSWORD}") String password) {
        this.service = service;
        this.users = users;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (users.findByUsername(USERNAME).isEmpty()) {
            var profile = new Profile("First", "Admin", null, "admin@example.com", null);
            service.register(profile, USERNAME, password, Role.ADMIN);
            log.info("The account {} is made", USERNAME);
        }
    }
}
