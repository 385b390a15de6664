package ecommerce.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.defaults.test.ServiceTest;
import ecommerce.defaults.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Takes over a database of the version before, whose objects belong to the administrator, and lets that version go on beside
 * this one: it signs in as the administrator and takes the service's role.
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
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("version-before/before_service.sql")),
                TestDatabase.administrator(DATABASE));

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
        assertThat(service.sql("SELECT count(*) FROM before_service.flyway_schema_history")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(
                        () -> service.sql("DELETE FROM before_service.ledger").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> service.sql("DELETE FROM before_service.flyway_schema_history")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void letsTheVersionBeforeGoOn() {
        // What it does at each start and in each connection, as the administrator.
        administrator
                .sql("GRANT USAGE ON SCHEMA before_service TO before_service")
                .update();
        administrator.sql("""
                ALTER DEFAULT PRIVILEGES IN SCHEMA before_service
                GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO before_service""").update();
        assertThat(administrator
                        .sql("SELECT count(*) FROM before_service.flyway_schema_history")
                        .query(Long.class)
                        .single())
                .isZero();

        administrator
                .sql("SET ROLE before_service; INSERT INTO before_service.thing (note) VALUES ('beside')")
                .update();

        assertThat(service.sql("SELECT note FROM before_service.thing ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("kept", "beside");
    }
}
