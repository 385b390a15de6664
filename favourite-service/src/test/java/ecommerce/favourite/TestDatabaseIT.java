package ecommerce.favourite;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Checks the settings of the test database. The build runs this module's tests with an embedded database and with a
 * container.
 */
class TestDatabaseIT {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit"})
    void switchesOffDurability(String setting) throws SQLException {
        try (var context = new StaticApplicationContext()) {
            var environment = context.getEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("service", Map.of("shop.database.role", "any")));
            new TestDatabase().initialize(context);
            var url = environment.resolveRequiredPlaceholders("jdbc:postgresql://${DB_ENDPOINT}/${DB_NAME}");
            var username = environment.getRequiredProperty("DB_USERNAME");
            var password = environment.getRequiredProperty("DB_PASSWORD");

            try (var connection = DriverManager.getConnection(url, username, password);
                    var answer = connection.createStatement().executeQuery("SHOW " + setting)) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getString(1)).isEqualTo("off");
            }
        }
    }
}
