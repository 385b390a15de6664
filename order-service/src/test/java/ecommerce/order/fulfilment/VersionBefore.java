package ecommerce.order.fulfilment;

import ecommerce.defaults.test.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Creates a separate database with a dump of the previous version's schema (commit bb8059b). It contains an order at
 * every step of its routes, with its task, and two orders that were parked for staff.
 */
class VersionBefore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DATABASE = "version_before";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var connection = TestDatabase.administrator(TestDatabase.NAME).getConnection()) {
            execute(connection, "DROP DATABASE IF EXISTS " + DATABASE);
            execute(connection, "CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the previous version can't be created", e);
        }
        try (var connection = TestDatabase.administrator(DATABASE).getConnection()) {
            execute(
                    connection,
                    new ClassPathResource("version-before/order_service.sql")
                            .getContentAsString(StandardCharsets.UTF_8));
            execute(connection, "UPDATE order_service.checkout SET deadline = now() + interval '10 minutes'");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The dump of the previous version can't be loaded", e);
        }
        // Hands the tables over to the schema's owner, and migrates them.
        TestDatabase.prepare(DATABASE, "order_service");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("versionBefore", Map.of("DB_NAME", DATABASE)));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
