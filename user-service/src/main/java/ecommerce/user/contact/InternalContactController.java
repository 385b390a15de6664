package ecommerce.user.contact;

import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells order-service whom an order is for. The order keeps a copy, so that deleting the account loses nothing. */
@RestController
@Hidden
class InternalContactController {

    /** @param name first and last name, cut to the 200 characters that an order holds */
    record Contact(String name, String email, @Nullable String phone) {}

    private final JdbcClient jdbc;

    InternalContactController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 404 for a user that doesn't exist. */
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
