package ecommerce.system.stack;

import ecommerce.system.process.LauncherException;
import ecommerce.system.process.ServiceProcess;
import ecommerce.system.process.StateDirectory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL 15.15 without Docker, with its data in the state directory. */
final class EmbeddedDatabase {

    private static final String NAME = "ecommerce";
    private static final String ADMIN = "dbadmin";
    /** Not a secret. The local profile contains it too. */
    private static final String PASSWORD = "local";

    private final StateDirectory state;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    EmbeddedDatabase(StateDirectory state, int port) {
        this.state = state;
        this.port = port;
    }

    void start() {
        var isNew = !Files.exists(state.data().resolve("PG_VERSION"));
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(state.data())
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "300")
                    // A committed transaction must survive a power failure. The library turns these three settings off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // LocalStack stops the services before the database.
                    .setRegisterShutdownHook(false)
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            state.log("postgres").toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            state.log("postgres").toFile()))
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            serverProcess().ifPresent(process -> state.remember("postgres", process));
            if (isNew) {
                setUp();
            }
        } catch (IOException | IllegalStateException e) {
            throw new LauncherException(
                    "The database didn't start (%s); its log is %s.".formatted(e.getMessage(), state.log("postgres")),
                    e);
        }
    }

    /** Kills the server and waits until its child processes have ended. */
    void kill() {
        try {
            var process = serverProcess().orElseThrow(() -> new LauncherException("The database isn't running."));
            var children = process.children().toList();
            process.destroyForcibly();
            ServiceProcess.ended(process, Duration.ofSeconds(30));
            children.forEach(child -> ServiceProcess.ended(child, Duration.ofSeconds(30)));
            // Releases the library's lock on the data.
            stop();
        } catch (IOException e) {
            throw new LauncherException("The database can't be killed: " + e.getMessage(), e);
        }
    }

    void stop() {
        if (server != null) {
            try {
                var process = serverProcess();
                server.close();
                // The last checkpoint may take longer than the library waits.
                process.ifPresent(still -> ServiceProcess.ended(still, Duration.ofSeconds(60)));
            } catch (IOException e) {
                throw new LauncherException("The database didn't stop: " + e.getMessage(), e);
            } finally {
                server = null;
                state.forget("postgres");
            }
        }
    }

    /** Returns a JDBC URL with the administrator's user name and password. */
    String url() {
        return "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s".formatted(port, NAME, ADMIN, PASSWORD);
    }

    private void setUp() {
        var superuser = "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE PASSWORD '%s'".formatted(ADMIN, PASSWORD));
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, ADMIN));
        } catch (SQLException e) {
            throw new LauncherException("The database couldn't be set up: " + e.getMessage(), e);
        }
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        var pidFile = state.data().resolve("postmaster.pid");
        return Files.exists(pidFile) ? ProcessHandle.of(firstLine(pidFile)) : Optional.empty();
    }

    private static long firstLine(Path pidFile) throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
    }
}
