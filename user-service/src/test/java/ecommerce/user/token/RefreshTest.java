package ecommerce.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.user.TestUsers;
import ecommerce.user.TestUsers.TestUser;
import ecommerce.user.user.SignInsEnded;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers a user, and refreshes and ends her sign-ins. */
@ServiceTest
abstract class RefreshTest {

    static final String ADDRESS = "127.0.0.1";

    @Autowired
    RestTestClient client;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TokenService service;

    @Autowired
    RefreshFamilies families;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    TestUser alice;

    @BeforeEach
    void register() {
        alice = TestUsers.register(client);
    }

    String refresh(String token) {
        return service.refresh(token, ADDRESS).refreshToken();
    }

    void refuses(String token) {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> refresh(token));
    }

    void endAllSignIns() {
        transaction.executeWithoutResult(status -> events.publishEvent(new SignInsEnded(alice.userId())));
    }

    /** Makes the user's used tokens too old for the grace. */
    void endTheGrace() {
        change("UPDATE refresh_token SET used_at = used_at - interval '1 minute' WHERE user_id = ?");
    }

    /** Executes a statement whose parameter is the user's id. */
    void change(String sql) {
        assertThat(jdbc.sql(sql).param(alice.userId()).update()).isPositive();
    }

    /** Counts the rows of a table, and a condition whose parameter is the user's id. */
    int count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows)
                .param(alice.userId())
                .query(Integer.class)
                .single();
    }
}
