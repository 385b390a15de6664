package ecommerce.system.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.system.client.ShopDatabase;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTests {

    @TempDir
    private Path folder;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws IOException {
        database = new EmbeddedDatabase(new StateDirectory(folder), freePort());
        database.start();
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void keepsDurabilitySettingsOn(String setting) throws SQLException {
        assertThat(query("show " + setting)).isEqualTo("on");
    }

    @Test
    void keepsTheValuesOfRejectedRowsOutOfItsLog() throws SQLException {
        assertThat(query("show log_error_verbosity")).isEqualTo("terse");
    }

    @Test
    void keepsItsDataWhenItIsKilled() throws SQLException {
        query("CREATE TABLE kept AS SELECT 'still here' AS text; SELECT text FROM kept");

        database.crash();

        assertThat(query("SELECT text FROM kept")).isEqualTo("still here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "dbadmin"})
    void refusesAWrongPassword(String login) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.address(), login, "a-wrong-password"))
                .hasMessageContaining("password authentication failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "template1"})
    void keepsServicesOutOfOtherDatabases(String other) {
        var address = database.address().replaceAll("[^/]+$", other);

        assertThatThrownBy(() -> DriverManager.getConnection(address, "order_service", "local-order_service"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void asksForPasswordsInTheDataOfAnEarlierVersion() throws IOException, SQLException {
        try (var superuser = DriverManager.getConnection(database.address(), "postgres", "local");
                var statement = superuser.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD NULL");
        }
        database.stop();
        Files.writeString(folder.resolve("postgres/pg_hba.conf"), "host all all all trust");

        database.start();

        refusesAWrongPassword("postgres");
        refusesAWrongPassword("order_service_owner");
        assertThat(query("SELECT count(*)::text FROM pg_namespace WHERE nspname LIKE '%\\_service'"))
                .isEqualTo("6");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String query(String sql) throws SQLException {
        try (var connected = new ShopDatabase(database.url());
                var statement = connected.connection().createStatement()) {
            var isRows = statement.execute(sql);
            if (!isRows) {
                statement.getMoreResults();
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
