package ecommerce.user.user;

import ecommerce.user.user.RegisterRequest.Credential;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Accounts to try the shop with, where the profile says that it is one for trying. */
@Component
@Profile({"local", "demo"})
@Order(1)
class DemoUsers implements ApplicationRunner {

    private final UserService service;
    private final UserRepository users;

    DemoUsers(UserService service, UserRepository users) {
        this.service = service;
        this.users = users;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        register("admin", "Ada", "Ministrator", Role.ADMIN);
        register("alice", "Alice", "Archer", Role.USER);
        register("bob", "Bob", "Baker", Role.USER);
    }

    private void register(String username, String firstName, String lastName, Role role) {
        if (users.findByUsername(username).isEmpty()) {
            var credential = new Credential(username, username + "-password");
            var email = username + "@example.com";
            service.register(new RegisterRequest(firstName, lastName, null, email, null, credential), role);
        }
    }
}
