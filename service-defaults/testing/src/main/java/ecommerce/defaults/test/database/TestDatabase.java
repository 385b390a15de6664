package ecommerce.defaults.test.database;

import ecommerce.defaults.database.DatabaseAdministration;
import ecommerce.defaults.database.SchemaLogins;
import ecommerce.defaults.database.SchemaMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Provides a real PostgreSQL 15.15 for services that have a database role, prepared as on staging: the administrator
 * makes the logins, and the schema's owner migrates it. The service itself signs in with its own login. Set {@code
 * TEST_DATABASE} to {@code docker} or {@code embedded} to choose the server.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the secrets are checked
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The name of the database. */
    public static final String NAME = TestDatabaseServer.NAME;

    private static final String SERVICE_PASSWORD = "a-service-password-of-the-tests";
    private static final String OWNER_PASSWORD = "an-owner-password-of-the-tests";
    private static final Set<String> PREPARED = ConcurrentHashMap.newKeySet();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var schema = context.getEnvironment().getProperty("shop.database.role");
        if (schema == null) {
            return;
        }
        if (PREPARED.add(schema)) {
            prepare(NAME, schema);
        }
        var properties = Map.<String, Object>of(
                "DB_ENDPOINT",
                Server.ENDPOINT,
                "DB_NAME",
                NAME,
                "DB_USERNAME",
                schema,
                "DB_PASSWORD",
                SERVICE_PASSWORD);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", properties));
    }

    /** Makes the logins of a schema and migrates it. */
    public static void prepare(String database, String schema) {
        administer(database, schema);
        SchemaMigration.migrate(
                Thread.currentThread().getContextClassLoader(),
                url(database),
                SchemaLogins.owner(schema),
                OWNER_PASSWORD);
    }

    /** Makes or updates the logins and rights of a schema, without migrating it. */
    public static void administer(String database, String schema) {
        try (var connection = administrator(database).getConnection()) {
            DatabaseAdministration.prepare(
                    connection, List.of(new SchemaLogins(schema, SERVICE_PASSWORD, OWNER_PASSWORD)));
            offerOwnersCommands(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The logins of %s can't be made".formatted(schema), e);
        }
    }

    /** Returns a database with the login of the administrator, who may do what the owner of a schema may. */
    public static DataSource administrator(String database) {
        return new DriverManagerDataSource(url(database), TestDatabaseServer.ADMIN, TestDatabaseServer.PASSWORD);
    }

    /** Returns a database with the login of a service. */
    public static DataSource service(String database, String schema) {
        return new DriverManagerDataSource(url(database), schema, SERVICE_PASSWORD);
    }

    private static String url(String database) {
        return "jdbc:postgresql://%s/%s".formatted(Server.ENDPOINT, database);
    }

    /** Lets a test analyse tables in the service's own transaction. Only their owner may do that. */
    private static void offerOwnersCommands(Connection administrator) throws SQLException {
        try (var statement = administrator.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE FUNCTION public.as_owner(command text) RETURNS void
                    LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN EXECUTE command; END'""");
        }
    }

    /** Starts the server once, when the first test needs it. */
    private static final class Server {
        static final String ENDPOINT = TestDatabaseServer.start();
    }
}
