package ecommerce.defaults.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Provides a real PostgreSQL 15.15 for services that have a database role: a container if a Docker engine is available,
 * otherwise an embedded server. There is one per JVM. It sets the same environment variables as staging. Set
 * {@code TEST_DATABASE} to {@code docker} or {@code embedded} to choose one.
 *
 * <p>Nothing is flushed to disk, because the data need not outlive the JVM. Autovacuum checks every second instead of
 * every minute for tables with outdated statistics, because tests fill empty tables.
 */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the secrets are checked
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);
    private static final String IMAGE = "postgres:15.15";
    private static final String ADMIN = "dbadmin";
    private static final String PASSWORD = "a-password-of-the-tests";
    private static final String NAME = "ecommerce";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().containsProperty("shop.database.role")) {
            return;
        }
        var properties = Map.<String, Object>of(
                "DB_ENDPOINT", Server.ENDPOINT, "DB_NAME", NAME, "DB_USERNAME", ADMIN, "DB_PASSWORD", PASSWORD);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", properties));
    }

    /**
     * Starts the server once, when the first test needs it. Testcontainers or the server's shutdown hook stops it with
     * the JVM.
     */
    private static final class Server {
        static final String ENDPOINT = useDocker() ? startContainer() : startEmbedded();
    }

    private static boolean useDocker() {
        return switch (System.getenv().getOrDefault("TEST_DATABASE", "any")) {
            case "docker" -> true;
            case "embedded" -> false;
            default -> DockerClientFactory.instance().isDockerAvailable();
        };
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

    private static String startEmbedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("autovacuum_naptime", "1s")
                    .start();
            try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE PASSWORD '%s'".formatted(ADMIN, PASSWORD));
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, ADMIN));
            }
            log.info("Test database: embedded PostgreSQL, because no Docker engine is available");
            return "localhost:" + server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot set up the embedded PostgreSQL", e);
        }
    }
}
