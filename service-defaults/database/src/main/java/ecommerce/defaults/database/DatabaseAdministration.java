package ecommerce.defaults.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * The administrator's step: makes each service's logins, schema and rights, and the extensions, on a new database or on
 * one of an earlier version. It is idempotent, and sets the passwords anew. {@code database.sql} and {@code logins.sql}
 * say what it does.
 *
 * <p>As a program it signs in as {@code DB_USERNAME} with {@code DB_PASSWORD}, and reads the passwords of the logins
 * from {@code ORDER_SERVICE_DB_PASSWORD}, {@code ORDER_SERVICE_DB_OWNER_PASSWORD} and so on. It exits with 1 if
 * something is missing or fails, or a password is weak.
 */
public final class DatabaseAdministration {

    private DatabaseAdministration() {}

    /** Runs the step with the settings of the environment. */
    public static void main(String[] args) {
        OneOffJob.run(() -> {
            var environment = new JobEnvironment(System.getenv());
            var logins = environment.logins();
            try (var connection = DriverManager.getConnection(
                    environment.url(), environment.require("DB_USERNAME"), environment.requireSecret("DB_PASSWORD"))) {
                prepare(connection, logins);
            }
            return "The logins and schemas are ready: " + logins;
        });
    }

    /**
     * Prepares the connection's database: first its rights and extensions, then each schema in a transaction of its
     * own, so that only the tables of one schema are locked at the same time. Repeats a transaction that conflicts with
     * those of services.
     *
     * @param administrator a connection of a superuser, or of a role that owns the database and has {@code CREATEROLE}
     * @throws SQLException if a statement fails; the schemas before it are complete then, and the step can be repeated
     */
    public static void prepare(Connection administrator, List<SchemaLogins> logins) throws SQLException {
        var transactions = new RepeatedTransaction(administrator);
        transactions.run(() -> execute(administrator, "database.sql"));
        for (var login : logins) {
            transactions.run(() -> {
                set(administrator, "shop.schema", login.schema());
                set(administrator, "shop.password", login.password());
                set(administrator, "shop.owner_password", login.ownerPassword());
                execute(administrator, "logins.sql");
            });
        }
    }

    private static void execute(Connection administrator, String name) throws SQLException {
        try (var statement = administrator.createStatement()) {
            statement.execute(script("transaction.sql"));
            statement.execute(script(name));
        }
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static String script(String name) {
        try (var stream = Objects.requireNonNull(DatabaseAdministration.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
