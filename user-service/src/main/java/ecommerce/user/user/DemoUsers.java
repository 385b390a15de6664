package ecommerce.user.user;

import ecommerce.user.password.PasswordHashing;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates demo customers in the profiles {@code local} and {@code demo}. */
@Component
@org.springframework.context.annotation.Profile({"local", "demo"})
@Order(1)
class DemoUsers implements ApplicationRunner {

    private final UserService service;
    private final UserRepository users;
    private final PasswordHashing hashing;

    DemoUsers(UserService service, UserRepository users, PasswordHashing hashing) {
        this.service = service;
        this.users = users;
        this.hashing = hashing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        register("alice", "Alice", "Archer");
        register("bob", "Bob", "Baker");
    }

    private void register(String username, String firstName, String lastName) {
        if (users.findByUsername(username).isEmpty()) {
            var email = username + "@example.com";
            var profile = new Profile(firstName, lastName, null, email, null);
            service.register(profile, username, hashing.encode(username + "-password"), Role.USER);
        }
    }
}
