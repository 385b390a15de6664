package ecommerce.user.contact;

import ecommerce.defaults.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves a user's contact data to order-service. An order stores a copy, which remains when the account is deleted. */
@RestController
@Hidden
class InternalContactController {

    /**
     * @param name first and last name, truncated to the 200 characters that an order stores
     * @param address the oldest address, or null if the user has none
     */
    record Contact(
            String name,
            String email,
            @Nullable String phone,
            @Nullable Address address) {}

    record Address(String fullAddress, String postalCode, String city) {}

    private final JdbcClient jdbc;

    InternalContactController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the user's contact data and oldest address. Throws 404 if the user doesn't exist. */
    @GetMapping("/internal/users/{userId}/contact")
    Contact get(@PathVariable long userId) {
        return jdbc.sql("""
                        SELECT left(concat_ws(' ', first_name, last_name), 200) AS name, email, phone,
                               address_id, full_address, postal_code, city
                          FROM users u LEFT JOIN address a USING (user_id)
                         WHERE u.user_id = ? ORDER BY address_id LIMIT 1
                        """)
                .param(userId)
                .query(InternalContactController::toContact)
                .optional()
                .orElseThrow(() -> Problem.notFound("user", userId));
    }

    private static Contact toContact(ResultSet row, int rowNumber) throws SQLException {
        var address = row.getObject("address_id") == null
                ? null
                : new Address(row.getString("full_address"), row.getString("postal_code"), row.getString("city"));
        return new Contact(row.getString("name"), row.getString("email"), row.getString("phone"), address);
    }
}
