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

    private static final List<String> ON_FOREIGN_TABLES = List.of(
            "SELECT 1 FROM %s LIMIT 0",
            "INSERT INTO %s DEFAULT VALUES",
            "DELETE FROM %s",
            "TRUNCATE %s",
            "ALTER TABLE %s ADD COLUMN intruder text",
            "DROP TABLE %s");

    private static final List<String> ON_TABLES_OF_ITS_OWN =
            List.of("TRUNCATE %s", "ALTER TABLE %s ADD COLUMN intruder text", "DROP TABLE %s");

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

    private static List<String> statements(List<String> templates, List<String> tables) {
        return tables.stream()
                .flatMap(table -> templates.stream().map(template -> template.formatted(table)))
                .toList();
    }

    private static List<String> schemas() {
        return ServiceDefinition.all().stream()
                .flatMap(service -> service.schema().stream())
                .toList();
    }

    /** Returns the qualified names of all tables by schema. */
    private Map<String, List<String>> tables() {
        var tables = new TreeMap<String, List<String>>();
        try (var database = new ShopDatabase(administrator);
                var statement = database.connection().createStatement();
                var rows = statement.executeQuery(
                        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname LIKE '%\\_service'")) {
            while (rows.next()) {
                var schema = rows.getString(1);
                tables.computeIfAbsent(schema, one -> new ArrayList<>()).add(schema + "." + rows.getString(2));
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
