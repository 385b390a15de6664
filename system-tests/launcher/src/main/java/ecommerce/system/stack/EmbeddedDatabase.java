package ecommerce.system.stack;

import ecommerce.defaults.database.DatabaseAdministration;
import ecommerce.system.application.LocalLogins;
import ecommerce.system.application.ServiceDefinition;
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
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL 15.15 without Docker, with its data in the state directory. */
final class EmbeddedDatabase {

    private static final String NAME = "ecommerce";
    private static final String SUPERUSER = "postgres";
    /** The library makes a server that trusts everybody. */
    private static final String RULES = "host all all all scram-sha-256\n";

    private final StateDirectory state;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    EmbeddedDatabase(StateDirectory state, int port) {
        this.state = state;
        this.port = port;
    }

    /**
     * Starts the server, and makes the services' logins and schemas or brings those of an earlier version up to date.
     */
    void start() {
        resume();
        administer();
    }

    /** Kills the server and starts it again, without changing the database. */
    void crash() {
        kill();
        resume();
    }

    private void resume() {
        var isNew = !Files.exists(state.data().resolve("PG_VERSION"));
        var asksForPasswords = !isNew && read(rules()).equals(RULES);
        try {
            server = EmbeddedPostgres.builder()
                    .setConnectConfig("password", LocalLogins.PASSWORD)
                    .setPort(port)
                    .setDataDirectory(state.data())
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "300")
                    // The values of rejected rows stay out of the log.
                    .setServerConfig("log_error_verbosity", "terse")
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
            if (!asksForPasswords) {
                setUp(isNew);
            }
        } catch (IOException | IllegalStateException e) {
            throw new LauncherException(
                    "The database didn't start (%s); its log is %s.".formatted(e.getMessage(), state.log("postgres")),
                    e);
        }
    }

    /** Kills the server and waits until its child processes have ended. */
    private void kill() {
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

    private void administer() {
        var logins = ServiceDefinition.all().stream()
                .flatMap(service -> service.schema().stream())
                .map(LocalLogins::of)
                .toList();
        try (var connection = DriverManager.getConnection(url());
                var superuser = DriverManager.getConnection(superuser() + "&password=" + LocalLogins.PASSWORD);
                var statement = superuser.createStatement()) {
            // The administrator doesn't own the databases that PostgreSQL makes itself, so it can't close them.
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            DatabaseAdministration.prepare(connection, logins);
        } catch (SQLException e) {
            throw new LauncherException("The services' logins couldn't be made: " + e.getMessage(), e);
        }
    }

    /** Returns the JDBC URL without a login. */
    String address() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, NAME);
    }

    /** Returns a JDBC URL with the administrator's user name and password. */
    String url() {
        return "%s?user=%s&password=%s".formatted(address(), LocalLogins.ADMINISTRATOR, LocalLogins.PASSWORD);
    }

    /** Gives the superuser and the administrator passwords, and makes the server ask everybody for theirs. */
    private void setUp(boolean isNew) {
        try (var connection = DriverManager.getConnection(superuser());
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(SUPERUSER, LocalLogins.PASSWORD));
            if (isNew) {
                // No superuser, like the administrator on RDS.
                statement.execute("CREATE ROLE %s LOGIN CREATEDB CREATEROLE PASSWORD '%s'"
                        .formatted(LocalLogins.ADMINISTRATOR, LocalLogins.PASSWORD));
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, LocalLogins.ADMINISTRATOR));
            }
            Files.writeString(rules(), RULES);
            statement.execute("SELECT pg_reload_conf()");
            while (trusts()) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        } catch (IOException | SQLException e) {
            throw new LauncherException("The database couldn't be set up: " + e.getMessage(), e);
        }
    }

    /** Returns whether the server doesn't ask for passwords yet. */
    private boolean trusts() {
        try (var connection = DriverManager.getConnection(superuser())) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            return false;
        }
    }

    private String superuser() {
        return "jdbc:postgresql://localhost:%d/postgres?user=%s".formatted(port, SUPERUSER);
    }

    private Path rules() {
        return state.data().resolve("pg_hba.conf");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LauncherException("%s can't be read: %s".formatted(file, e.getMessage()), e);
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
