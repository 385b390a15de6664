package ecommerce.user.registration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.user.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class DatabaseMessagesIT {

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient jdbc;

    @Test
    void containNoValuesOfRows() {
        var alice = TestUsers.register(client).username();
        var bob = TestUsers.register(client).username();
        var update = jdbc.sql(
                        "UPDATE users SET email = (SELECT email FROM users WHERE username = ?) WHERE username = ?")
                .params(alice, bob);

        assertThatThrownBy(update::update)
                .rootCause()
                .hasMessageContaining("violates unique constraint")
                .message()
                .doesNotContain(alice, "Detail");
    }
}
