package ecommerce.order.fulfilment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
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
        var environment = context.getEnvironment();
        try (var connection = connect(environment, environment.getRequiredProperty("DB_NAME"))) {
            execute(connection, "DROP DATABASE IF EXISTS " + DATABASE);
            execute(connection, "CREATE DATABASE " + DATABASE);
            execute(
                    connection,
                    "DO $$ BEGIN CREATE ROLE order_service; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the previous version can't be created", e);
        }
        try (var connection = connect(environment, DATABASE)) {
            execute(
                    connection,
                    new ClassPathResource("version-before/order_service.sql")
                            .getContentAsString(StandardCharsets.UTF_8));
            execute(connection, "UPDATE order_service.checkout SET deadline = now() + interval '10 minutes'");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The dump of the previous version can't be loaded", e);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("versionBefore", Map.of("DB_NAME", DATABASE)));
    }

    private static Connection connect(ConfigurableEnvironment environment, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(environment.getRequiredProperty("DB_ENDPOINT"), database),
                environment.getRequiredProperty("DB_USERNAME"),
                environment.getRequiredProperty("DB_PASSWORD"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
