package ecommerce.system.attack;

import ecommerce.defaults.database.SchemaLogins;
import ecommerce.system.application.LocalLogins;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.client.ShopDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Signs in to the database as each service and as each schema's owner, and tries what only another login may do. Each
 * attempt is a transaction that is rolled back.
 */
final class DatabaseProbe {

    private static final String PERMISSION_DENIED = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    /** For a table and one of its columns. */
    private static final List<String> ON_FOREIGN_TABLES = List.of(
            "SELECT 1 FROM %1$s LIMIT 0",
            "INSERT INTO %1$s DEFAULT VALUES",
            "UPDATE %1$s SET %2$s = DEFAULT",
            "DELETE FROM %1$s",
            "TRUNCATE %1$s",
            "ALTER TABLE %1$s ADD COLUMN intruder text",
            "DROP TABLE %1$s");

    private static final List<String> ON_TABLES_OF_ITS_OWN =
            List.of("TRUNCATE %1$s", "ALTER TABLE %1$s ADD COLUMN intruder text", "DROP TABLE %1$s");

    /** The databases that PostgreSQL makes itself. */
    private static final List<String> OTHER_DATABASES = List.of("postgres", "template1");

    private static final List<String> ANYWHERE = List.of(
            "CREATE SCHEMA intruder",
            "CREATE TABLE public.intruder (id bigint)",
            "CREATE TEMPORARY TABLE intruder (id bigint)",
            "CREATE ROLE intruder",
            "SELECT pg_read_file('postgresql.conf')");

    private final String administrator;
    private final String address;
    private final AttackReport report;

    /** @param administrator the JDBC URL with the administrator's login */
    DatabaseProbe(String administrator, AttackReport report) {
        this.administrator = administrator;
        this.address = administrator.substring(0, administrator.indexOf('?'));
        this.report = report;
    }

    void run() {
        var tables = tables();
        for (var schema : schemas()) {
            var logins = LocalLogins.of(schema);
            var refused = new ArrayList<>(ANYWHERE);
            tables.forEach((other, names) -> {
                if (!other.equals(schema)) {
                    refused.addAll(statements(ON_FOREIGN_TABLES, names));
                }
            });
            tryAll(SchemaLogins.owner(schema), logins.ownerPassword(), refused);
            refused.addAll(statements(ON_TABLES_OF_ITS_OWN, tables.getOrDefault(schema, List.of())));
            refused.add("UPDATE %s.flyway_schema_history SET success = false".formatted(schema));
            refused.add("CREATE TABLE %s.intruder (id bigint)".formatted(schema));
            tryAll(schema, logins.password(), refused);
        }
    }

    private void tryAll(String login, String password, List<String> refused) {
        tryToSignIn(login);
        tryOtherDatabases(login, password);
        var others = Stream.concat(
                        schemas().stream().flatMap(schema -> Stream.of(schema, SchemaLogins.owner(schema))),
                        Stream.of(LocalLogins.ADMINISTRATOR, "postgres"))
                .filter(other -> !other.equals(login))
                .map("SET ROLE %s"::formatted);
        try (var connection = DriverManager.getConnection(address, login, password)) {
            connection.setAutoCommit(false);
            for (var statement : Stream.concat(others, refused.stream()).toList()) {
                expect(PERMISSION_DENIED, "%s: %s".formatted(login, statement), () -> execute(connection, statement));
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The login %s can't be tried".formatted(login), e);
        }
    }

    private void tryToSignIn(String login) {
        for (var password : List.of("local", "a-wrong-password")) {
            expect(
                    WRONG_PASSWORD,
                    "%s: sign in with the password '%s'".formatted(login, password),
                    () -> DriverManager.getConnection(address, login, password).close());
        }
    }

    private void tryOtherDatabases(String login, String password) {
        for (var database : OTHER_DATABASES) {
            var other = address.substring(0, address.lastIndexOf('/') + 1) + database;
            expect(
                    PERMISSION_DENIED,
                    "%s: connect to the database %s".formatted(login, database),
                    () -> DriverManager.getConnection(other, login, password).close());
        }
    }

    private void expect(String refusal, String what, Attempt attempt) {
        report.count();
        try {
            attempt.run();
            report.find("The database allows " + what);
        } catch (SQLException e) {
            if (!refusal.equals(e.getSQLState())) {
                report.find("The database doesn't refuse %s, but fails: %s".formatted(what, e.getMessage()));
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> statements(List<String> templates, List<Table> tables) {
        return tables.stream()
                .flatMap(table -> templates.stream().map(template -> template.formatted(table.name(), table.column())))
                .toList();
    }

    private static List<String> schemas() {
        return ServiceDefinition.all().stream()
                .flatMap(service -> service.schema().stream())
                .toList();
    }

    /**
     * A table of a service.
     *
     * @param name the qualified name
     * @param column the name of its first column
     */
    private record Table(String name, String column) {}

    /** Returns all tables by schema. */
    private Map<String, List<Table>> tables() {
        var tables = new TreeMap<String, List<Table>>();
        try (var database = new ShopDatabase(administrator);
                var statement = database.connection().createStatement();
                var rows = statement.executeQuery("""
                        SELECT DISTINCT ON (c.oid) n.nspname, c.relname, a.attname FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relkind IN ('r', 'p') AND n.nspname LIKE '%\\_service' AND a.attnum > 0 AND NOT a.attisdropped
                        ORDER BY c.oid, a.attnum""")) {
            while (rows.next()) {
                var schema = rows.getString(1);
                var table = new Table(schema + "." + rows.getString(2), rows.getString(3));
                tables.computeIfAbsent(schema, one -> new ArrayList<>()).add(table);
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables can't be listed", e);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }
}
