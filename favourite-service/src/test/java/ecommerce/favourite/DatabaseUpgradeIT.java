package ecommerce.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.database.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes over a database that the version before has migrated, whose objects belong to the administrator, and lets that
 * version go on beside this one: it migrates, and each of its connections takes the service's role.
 */
@ServiceTest
class DatabaseUpgradeIT {

    private static final String DATABASE = "before_the_logins";
    private static final String SCHEMA = "before_service";

    private final JdbcClient administrator = JdbcClient.create(TestDatabase.administrator(DATABASE));
    private final JdbcClient service = JdbcClient.create(TestDatabase.service(DATABASE, SCHEMA));

    @BeforeEach
    void takeOverTheDatabaseOfTheVersionBefore() {
        var server = JdbcClient.create(TestDatabase.administrator(TestDatabase.NAME));
        server.sql("DROP DATABASE IF EXISTS " + DATABASE).update();
        server.sql("DROP ROLE IF EXISTS before_service, before_service_owner").update();
        server.sql("CREATE DATABASE " + DATABASE).update();
        assertThat(startOfTheVersionBefore(TestDatabase.administrator(DATABASE)))
                .isOne();

        TestDatabase.administer(DATABASE, SCHEMA);
        TestDatabase.administer(DATABASE, SCHEMA);
    }

    @Test
    void handsEverythingOverToTheOwner() {
        var owners = administrator.sql("""
                SELECT DISTINCT owner::regrole::text FROM (
                    SELECT nspowner FROM pg_namespace WHERE nspname = 'before_service'
                    UNION ALL SELECT relowner FROM pg_class WHERE relnamespace = 'before_service'::regnamespace
                    UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace = 'before_service'::regnamespace
                    UNION ALL SELECT typowner FROM pg_type WHERE typnamespace = 'before_service'::regnamespace
                ) AS object(owner)""").query(String.class).list();

        assertThat(owners).isEqualTo(List.of("before_service_owner"));
    }

    @Test
    void keepsTheDataAndTheRightsOfTheService() {
        assertThat(service.sql("SELECT note FROM before_service.thing")
                        .query(String.class)
                        .list())
                .containsExactly("kept");
        assertThat(service.sql("INSERT INTO before_service.thing (note) VALUES ('new')")
                        .update())
                .isOne();
        assertThat(service.sql("SELECT count(*) FROM before_service.flyway_schema_history WHERE version = '1'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThatThrownBy(
                        () -> service.sql("DELETE FROM before_service.ledger").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> service.sql("DELETE FROM before_service.flyway_schema_history")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** Until the services restart with their own logins, it signs in as the administrator. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void letsTheVersionBeforeGoOn(boolean restarted) {
        var login = restarted ? TestDatabase.service(DATABASE, SCHEMA) : TestDatabase.administrator(DATABASE);

        assertThat(startOfTheVersionBefore(login)).isZero();
        JdbcClient.create(login)
                .sql("SET ROLE before_service; INSERT INTO before_service.thing (note) VALUES ('beside')")
                .update();

        assertThat(service.sql("SELECT note FROM before_service.thing ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("kept", "beside");
    }

    @Test
    void triesAgainAfterARunningTransaction() throws SQLException {
        administrator.sql("CREATE TABLE before_service.late (id int)").update();
        try (var running = TestDatabase.administrator(DATABASE).getConnection();
                var statement = running.createStatement()) {
            running.setAutoCommit(false);
            statement.execute("LOCK TABLE before_service.late IN ACCESS SHARE MODE");

            var step = CompletableFuture.runAsync(() -> TestDatabase.administer(DATABASE, SCHEMA));
            var first = awaitWaitingTransactionOtherThan("");
            awaitWaitingTransactionOtherThan(first);
            running.commit();
            step.join();
        }

        assertThat(administrator
                        .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'late'")
                        .query(String.class)
                        .single())
                .isEqualTo("before_service_owner");
    }

    private String awaitWaitingTransactionOtherThan(String known) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> administrator.sql("""
                                SELECT coalesce(max(virtualtransaction), '') FROM pg_locks
                                WHERE NOT granted AND relation = 'before_service.late'::regclass""").query(String.class).single(),
                        waiting -> !waiting.isEmpty() && !waiting.equals(known));
    }

    /** Migrates as each start of the version before does. Returns the number of migrations. */
    private static int startOfTheVersionBefore(DataSource login) {
        return Flyway.configure()
                .dataSource(login)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .locations("classpath:version-before/migration", "classpath:version-before/callback")
                .placeholders(Map.of("role", SCHEMA))
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
