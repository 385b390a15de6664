package ecommerce.user.token;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import ecommerce.defaults.test.TestTokens;
import ecommerce.user.TestUsers;
import ecommerce.user.TokenEndpointTest;
import ecommerce.user.password.PasswordHashing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.util.ReflectionTestUtils;

class DatabaseOutageIT extends TokenEndpointTest {

    /** The endpoints are filters. All connections are in use, as when the database is unavailable. */
    @ParameterizedTest
    @CsvSource({"/oauth2/token, proxy-client", "/oauth2/revoke, proxy-client", "/oauth2/introspect, payment-service"})
    void answers503WithoutAConnectionToTheDatabase(String path, String service, @Autowired HikariDataSource pool)
            throws SQLException {
        var parameters = Map.of(
                "grant_type",
                "urn:ecommerce:oauth:grant-type:password",
                "username",
                "alice",
                "password",
                TestUsers.PASSWORD,
                "token",
                TestTokens.user(7).replace("Bearer ", ""));
        // The pool itself, because it reads a changed setting of the data source only every 30 s.
        var running = Objects.requireNonNull(ReflectionTestUtils.getField(pool, "pool"));
        var connections = new ArrayList<Connection>();
        try {
            for (var taken = 0; taken < pool.getMaximumPoolSize(); taken++) {
                connections.add(pool.getConnection());
            }
            ReflectionTestUtils.setField(running, "connectionTimeout", 250L);

            post(path, service, parameters)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .valueEquals("Retry-After", "2");
        } finally {
            ReflectionTestUtils.setField(running, "connectionTimeout", pool.getConnectionTimeout());
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void takesNoFailureOfTheDatabaseForAWrongPassword(@Autowired PasswordHashing hashing) {
        var authentication = new PasswordAuthenticationConfiguration()
                .passwordAuthentication(
                        name -> {
                            throw new QueryTimeoutException("The database is unavailable");
                        },
                        (user, hash) -> user,
                        hashing);

        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> authentication.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated("alice", TestUsers.PASSWORD)));
    }
}
