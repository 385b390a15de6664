package ecommerce.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import ecommerce.defaults.database.SchemaMigration;
import ecommerce.defaults.test.ServiceTest;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the database of the tests and the rights of the service in it. The build runs this module's tests with an
 * embedded database and with a container.
 */
@ServiceTest
class TestDatabaseIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    Flyway flyway;

    @Autowired
    FlywayMigrationStrategy atStart;

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit"})
    void switchesOffDurability(String setting) {
        assertThat(jdbc.sql("SHOW " + setting).query(String.class).single()).isEqualTo("off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"favourite_service", "favourite_service_owner", "dbadmin"})
    void refusesAWrongPassword(String login) {
        assertThatThrownBy(() -> DriverManager.getConnection(pool.getJdbcUrl(), login, "a-wrong-password"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void signsInAsTheServiceItself() {
        assertThat(jdbc.sql("SELECT session_user || ' ' || current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("favourite_service favourite_service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET ROLE favourite_service_owner",
                "SET ROLE dbadmin",
                "ALTER TABLE favourite ADD COLUMN note text",
                "DROP TABLE favourite",
                "TRUNCATE favourite",
                "CREATE TABLE favourite_service.another (id bigint)",
                "CREATE TABLE public.another (id bigint)",
                "CREATE TEMPORARY TABLE another (id bigint)",
                "CREATE SCHEMA another",
                "CREATE ROLE another",
                "ALTER ROLE favourite_service_owner PASSWORD 'known'",
                "DELETE FROM flyway_schema_history"
            })
    void refusesWhatOnlyTheOwnerOrTheAdministratorMayDo(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|must have).*");
    }

    @Test
    void hidesTheOtherPasswordsFromTheService() {
        var values = environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()).map(source::getProperty));

        assertThat(values)
                .contains("a-service-password-of-the-tests")
                .doesNotContain("an-owner-password-of-the-tests", "a-password-of-the-tests");
    }

    @Test
    void refusesToStartOnASchemaThatLacksAMigration() {
        var newer = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration", "classpath:newer-version")
                .load();

        assertThatThrownBy(() -> atStart.migrate(newer))
                .hasMessage("The schema favourite_service lacks the migrations [V99__later.sql]");
    }

    @Test
    void runsMigrationsAtTheSameTime() throws Exception {
        Callable<Integer> migration = () -> SchemaMigration.migrate(
                getClass().getClassLoader(),
                pool.getJdbcUrl(),
                "favourite_service_owner",
                "an-owner-password-of-the-tests");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var job : threads.invokeAll(Collections.nCopies(16, migration))) {
                assertThat(job.get()).isZero();
            }
        }
    }

    @Test
    void refusesToStartOnASchemaThatLacksWhatCallbacksCreate() {
        var withoutAuditLog = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .defaultSchema("public")
                .locations("classpath:db/after-migration")
                .load();

        atStart.migrate(flyway);
        assertThatThrownBy(() -> atStart.migrate(withoutAuditLog))
                .hasMessage("The schema public lacks the migrations [afterMigrate__audit_entry.sql]");
    }
}
