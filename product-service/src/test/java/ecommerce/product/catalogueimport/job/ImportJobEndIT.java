package ecommerce.product.catalogueimport.job;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.defaults.test.database.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests what remains of a job: its result, its audit entries, its metrics, and for how long. */
class ImportJobEndIT extends PausedImportJobTest {

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportJobMetrics metrics;

    private final String sku = unique("JE-");
    private final String delivery = "sku,priceUnit,quantityChange\n%s,2.00,1\n".formatted(sku);

    @BeforeEach
    void importAProduct() {
        imports.send(
                        "sku,productTitle,categoryPath,priceUnit,quantity\n%s,Peg,Jobs,1.00,10\n".formatted(sku),
                        Map.of(),
                        "")
                .expectStatus()
                .isOk();
    }

    @Test
    void cancelsNoJobThatHasFinished() {
        var location = imports.accepted(delivery);
        runner.run(TestImportJobs.id(location), () -> false);

        imports.staff().post(location + "/cancel", null).expectStatus().isEqualTo(409);
    }

    @Test
    void failsAJobWhoseKeyWasUsedForAnotherFile() {
        imports.send(delivery, Map.of("Idempotency-Key", sku), "")
                .expectStatus()
                .isOk();
        var location = TestImportJobs.location(imports.send(
                delivery.replace(",1\n", ",2\n"), Map.of("Prefer", "respond-async", "Idempotency-Key", sku), ""));

        assertThat(runner.run(TestImportJobs.id(location), () -> false)).isTrue();
        imports.job(location)
                .jsonPath("$.state")
                .isEqualTo("FAILED")
                .jsonPath("$.problem")
                .value(String.class, problem -> assertThat(problem).contains("another file"));
        assertThat(imports.stock(sku)).isEqualTo(11);
    }

    @Test
    void refusesALineThatTheDatabaseCantStore() {
        var location = imports.accepted(delivery + "A\0B,1.00,1\n");

        assertThat(runner.run(TestImportJobs.id(location), () -> false)).isTrue();
        imports.finished(location).jsonPath("$.counts.refused").isEqualTo(1);
        assertThat(imports.stock(sku)).isEqualTo(11);
    }

    @Test
    void failsAJobWithALineThatTheDatabaseRefuses() throws SQLException {
        var location = imports.accepted(
                "sku,productTitle,categoryPath,priceUnit,quantity\n%sX,Peg,Jobs,1.00,1\n".formatted(sku));
        asOwner("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '22023'; END $$;
                CREATE TRIGGER refuse BEFORE INSERT ON product FOR EACH ROW WHEN (NEW.sku LIKE 'JE-%X') EXECUTE FUNCTION refuse()
                """);
        try {
            assertThat(runner.run(TestImportJobs.id(location), () -> false)).isTrue();
        } finally {
            asOwner("DROP FUNCTION refuse CASCADE");
        }

        imports.job(location)
                .jsonPath("$.state")
                .isEqualTo("FAILED")
                .jsonPath("$.problem")
                .value(String.class, problem -> assertThat(problem).contains("unusual value"));
        assertThat(auditEntries(sku + "X")).isEmpty();
    }

    @Test
    void failsAJobWithMoreThanAHundredThousandRefusedLines() {
        var location = imports.accepted("sku,priceUnit\n" + "=,1\n".repeat(100_500));

        assertThat(runner.run(TestImportJobs.id(location), () -> false)).isTrue();
        imports.job(location)
                .jsonPath("$.state")
                .isEqualTo("FAILED")
                .jsonPath("$.problem")
                .value(String.class, problem -> assertThat(problem).contains("100000 lines were refused"))
                .jsonPath("$.counts.refused")
                .isEqualTo(100_000);
    }

    @Test
    void refusesAFileWhileTwentyJobsAreOpen() {
        var open = Stream.generate(() -> imports.accepted(delivery)).limit(20).toList();

        imports.send(delivery, Map.of("Prefer", "respond-async"), "")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("Retry-After", "60");
        open.forEach(job ->
                imports.staff().post(job + "/cancel", null).expectStatus().isOk());
        runner.run(TestImportJobs.id(imports.accepted(delivery)), () -> false);
        assertThat(imports.stock(sku)).isEqualTo(11);
    }

    private static void asOwner(String statements) throws SQLException {
        try (var connection = TestDatabase.administrator(TestDatabase.NAME).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE product_service_owner; SET search_path TO product_service");
            statement.execute(statements);
        }
    }

    @Test
    void recordsTheMemberOfStaffWithTheirAddress() {
        var added = sku + "N";
        runner.run(
                TestImportJobs.id(
                        imports.accepted("sku,productTitle,categoryPath,priceUnit\n%s,,,2.00\n%s,Peg,%s,1.00\n"
                                .formatted(sku, added, added))),
                () -> false);

        assertThat(auditEntries(sku)).contains("product.price-change STAFF admin 127.0.0.1");
        assertThat(auditEntries(added))
                .containsExactlyInAnyOrder(
                        "product.create STAFF admin 127.0.0.1", "category.create STAFF admin 127.0.0.1");
    }

    /** Returns the actions on the product with this SKU, or the category with this title, and who took them from where. */
    private List<String> auditEntries(String name) {
        return jdbc.sql("SELECT concat_ws(' ', action, actor_kind, actor_name, remote_address) FROM audit_entry"
                        + " WHERE :name IN (details ->> 'sku', details ->> 'categoryTitle')")
                .param("name", name)
                .query(String.class)
                .list();
    }

    @Test
    void reportsHowLongTheFirstJobHasNotMoved(@Autowired MeterRegistry meters) {
        var id = TestImportJobs.id(imports.accepted(delivery));
        jdbc.sql("UPDATE import_job SET state = 'RUNNING', accepted_at = now() - interval '2 hours',"
                        + " moved_at = now() - interval '1 hour' WHERE job_id = ?")
                .param(id)
                .update();
        // A run that stores nothing doesn't count.
        assertThat(runner.run(id, () -> true)).isFalse();
        metrics.read();

        assertThat(meters.get("shop.import.jobs.unmoved").gauge().value()).isBetween(3600.0, 3700.0);
        assertThat(meters.get("shop.import.jobs.oldest").gauge().value()).isBetween(7200.0, 7300.0);
    }

    @Test
    void forgetsJobsAfterThirtyDaysAndAbandonedFilesAfterAnHour() throws IOException {
        var location = imports.accepted(delivery);
        runner.run(TestImportJobs.id(location), () -> false);
        var file = files.store(new ByteArrayInputStream(new byte[3])).fileId();
        files.deleteAbandoned();
        assertThat(imports.abandonedFiles()).isEqualTo(1);
        jdbc.sql("UPDATE import_file SET received_at = now() - interval '61 minutes' WHERE file_id = ?")
                .param(file)
                .update();
        jdbc.sql("UPDATE import_job SET accepted_at = now() - interval '31 days' WHERE job_id = ?")
                .param(TestImportJobs.id(location))
                .update();

        files.deleteAbandoned();
        while (jobs.forgetSome()) {
            // repeat until none is left
        }
        assertThat(imports.abandonedFiles()).isZero();
        imports.staff().get(location).expectStatus().isNotFound();
    }
}
