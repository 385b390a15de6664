package ecommerce.user.contact;

import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves a user's contact data to order-service. An order stores a copy, which remains when the account is deleted. */
@RestController
@Hidden
class InternalContactController {

    /** @param name first and last name, truncated to the 200 characters that an order stores */
    record Contact(String name, String email, @Nullable String phone) {}

    private final JdbcClient jdbc;

    InternalContactController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the user's contact data. Throws 404 if the user doesn't exist. */
    @GetMapping("/internal/users/{userId}/contact")
    Contact get(@PathVariable long userId) {
        return jdbc.sql("SELECT left(concat_ws(' ', first_name, last_name), 200) AS name, email, phone"
                        + " FROM users WHERE user_id = ?")
                .param(userId)
                .query(Contact.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("user", userId));
    }
}
