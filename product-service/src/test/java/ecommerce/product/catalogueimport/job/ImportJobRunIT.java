package ecommerce.product.catalogueimport.job;

import static ecommerce.product.TestCatalogue.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs jobs by hand, as replicas do that stop, are killed or run at the same time. */
class ImportJobRunIT extends PausedImportJobTest {

    private static final int LINES = 2_500;

    private final String sku = unique("JR-");
    private final String delivery = file("sku,priceUnit,quantityChange", ",2.00,1");

    @BeforeEach
    void importProducts() {
        imports.send(file("sku,productTitle,categoryPath,priceUnit,quantity", ",Peg,Jobs,1.00,10"), Map.of(), "")
                .expectStatus()
                .isOk();
    }

    @Test
    void continuesAfterTheLastStoredBatch() {
        var location = imports.accepted(delivery);
        var batches = new AtomicInteger();

        assertThat(runner.run(TestImportJobs.id(location), () -> batches.incrementAndGet() > 1))
                .isFalse();
        imports.job(location).jsonPath("$.state").isEqualTo("RUNNING");
        var stored = imports.stock(sku) - LINES * 10;
        assertThat(stored).isPositive().isLessThan(LINES);

        assertThat(runner.run(TestImportJobs.id(location), () -> false)).isTrue();
        imports.finished(location)
                .jsonPath("$.counts.updated")
                .isEqualTo(LINES)
                .jsonPath("$.counts.stock.added")
                .isEqualTo(LINES);
        assertThat(imports.stock(sku)).isEqualTo(LINES * 11);
    }

    @Test
    void storesNewProductsInTheOrderOfTheFile() {
        var before = imports.stock(sku);
        var header = "sku,productTitle,categoryPath,priceUnit,quantity";
        var location =
                imports.accepted(file(header, ",Peg,Jobs,1.00,1").replace(sku, sku + "N") + sku + "N-7,,,3.00,\n");
        var id = TestImportJobs.id(location);
        var batches = new AtomicInteger();

        runner.run(id, () -> batches.incrementAndGet() > 1);
        assertThat(imports.stock(sku)).isEqualTo(before + 1_000);
        assertThat(numbers(sku + "N-")).allMatch(number -> number < 1_000);

        runner.run(id, () -> false);
        imports.finished(location)
                .jsonPath("$.counts.created")
                .isEqualTo(LINES)
                .jsonPath("$.counts.updated")
                .isEqualTo(1);
        assertThat(imports.stock(sku)).isEqualTo(before + LINES);
    }

    private List<Integer> numbers(String prefix) {
        return jdbc.sql("SELECT substr(sku, length(:prefix) + 1)::integer FROM product WHERE sku LIKE :prefix || '%'")
                .param("prefix", prefix)
                .query(Integer.class)
                .list();
    }

    @Test
    void movesStockOnceIfTwoReplicasRunAJob() throws Exception {
        var location = imports.accepted(delivery);
        var runs = new ArrayList<Callable<Boolean>>();
        for (var replica = 0; replica < 3; replica++) {
            runs.add(() -> runner.run(TestImportJobs.id(location), () -> false));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // A run that another one has overtaken fails, and its task is repeated.
            assertThat(threads.invokeAll(runs)).extracting(Future::state).contains(Future.State.SUCCESS);
        }

        imports.finished(location).jsonPath("$.counts.stock.added").isEqualTo(LINES);
        assertThat(imports.stock(sku)).isEqualTo(LINES * 11);
    }

    @Test
    void finishesAJobWhoseProcessDiedAfterTheLastBatch() throws IOException {
        var location = imports.accepted(delivery);
        var id = TestImportJobs.id(location);
        runner.run(id, () -> false);
        jdbc.sql("UPDATE import_job SET state = 'RUNNING', ended_at = NULL WHERE job_id = ?")
                .param(id)
                .update();
        var file = files.store(new ByteArrayInputStream(delivery.getBytes(StandardCharsets.UTF_8)))
                .fileId();
        jdbc.sql("UPDATE import_job SET file_id = ? WHERE job_id = ?")
                .params(file, id)
                .update();

        assertThat(runner.run(id, () -> false)).isTrue();
        assertThat(imports.stock(sku)).isEqualTo(LINES * 11);
    }

    @Test
    void storesNoBatchAfterAJobIsCancelled() {
        var location = imports.accepted(delivery);
        var cancel = location + "/cancel";
        var batches = new AtomicInteger();

        // The second batch is stored, but not yet committed, when the job is cancelled.
        assertThat(runner.run(TestImportJobs.id(location), () -> {
                    if (batches.incrementAndGet() == 2) {
                        imports.staff().post(cancel, null).expectStatus().isOk();
                    }
                    return false;
                }))
                .isTrue();

        imports.job(location).jsonPath("$.state").isEqualTo("CANCELLED");
        var stored = imports.stock(sku) - LINES * 10;
        assertThat(stored).isPositive().isLessThan(LINES);
        imports.job(location).jsonPath("$.counts.stock.added").isEqualTo(stored);
        assertThat(imports.abandonedFiles()).isZero();
        imports.staff().changingNothing().post(cancel, null).expectStatus().isOk();
    }

    @Test
    void runsJobsInTheOrderInWhichTheyWereAccepted() {
        var first = TestImportJobs.id(imports.accepted(delivery));
        var second = TestImportJobs.id(imports.accepted(delivery.replace(",2.00", ",3.00")));

        assertThat(runner.run(second, () -> false)).isFalse();
        assertThat(imports.stock(sku)).isEqualTo(LINES * 10);
        assertThat(runner.run(first, () -> false)).isTrue();
        assertThat(runner.run(second, () -> false)).isTrue();
        assertThat(imports.stock(sku)).isEqualTo(LINES * 12);
    }

    private String file(String header, String cells) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> "%s-%d%s\n".formatted(sku, i, cells))
                .collect(Collectors.joining("", header + "\n", ""));
    }
}
