package ecommerce.defaults.test.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL 15.15 of the tests: a container if a Docker engine is available, otherwise an embedded server. Both
 * ask for passwords. There is one per JVM, which Testcontainers or the server's shutdown hook stops.
 *
 * <p>Nothing is flushed to disk, because the data need not outlive the JVM. Autovacuum checks every second instead of
 * every minute for tables with outdated statistics, because tests fill empty tables.
 */
final class TestDatabaseServer {

    static final String ADMIN = "dbadmin";
    static final String PASSWORD = "a-password-of-the-tests";
    static final String NAME = "ecommerce";

    private static final Logger log = LoggerFactory.getLogger(TestDatabaseServer.class);
    private static final String IMAGE = "postgres:15.15";

    private TestDatabaseServer() {}

    /** Starts the server and returns its host and port. */
    static String start() {
        var useDocker = switch (System.getenv().getOrDefault("TEST_DATABASE", "any")) {
            case "docker" -> true;
            case "embedded" -> false;
            default -> DockerClientFactory.instance().isDockerAvailable();
        };
        try {
            return useDocker ? startContainer() : startEmbedded();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The test database can't be set up", e);
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String startContainer() {
        var container = new PostgreSQLContainer(IMAGE)
                .withDatabaseName(NAME)
                .withUsername(ADMIN)
                .withPassword(PASSWORD)
                .withEnv("LANG", "C.UTF-8")
                .withCommand(
                        "postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "autovacuum_naptime=1s");
        container.start();
        log.info("Test database: {} in a container", IMAGE);
        return "%s:%d".formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    }

    private static String startEmbedded() throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("autovacuum_naptime", "1s")
                .start();
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            // No superuser, like the administrator on RDS.
            statement.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE PASSWORD '%s'".formatted(ADMIN, PASSWORD));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, ADMIN));
            askForPasswords(connection);
        }
        log.info("Test database: embedded PostgreSQL, because no Docker engine is available");
        return "localhost:" + server.getPort();
    }

    /** Replaces the rules of the embedded server, which trusts everybody. They hold for connections from now on. */
    private static void askForPasswords(Connection superuser) throws IOException, SQLException {
        try (var statement = superuser.createStatement();
                var file = statement.executeQuery("SHOW hba_file")) {
            file.next();
            Files.writeString(Path.of(file.getString(1)), "host all all all scram-sha-256\n");
        }
        try (var statement = superuser.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
