package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.file.CatalogueFile;
import ecommerce.product.catalogueimport.file.ImportLine;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Runs one import, batch by batch. */
final class RunningImport {

    private static final int BATCH_SIZE = 500;

    /** Retries a batch that lost a deadlock, or a race for a new SKU or a deleted category. */
    private static final RetryTemplate REPEATING = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, DataIntegrityViolationException.class)
            .maxRetries(10)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .multiplier(1.5)
            .build());

    /** The state of an import after a batch. */
    private record Step(ImportTally tally, @Nullable KeyedImport run) {}

    private final ImportBatch batch;
    private final KeyedImports keyed;
    private final ImportRequest request;
    private final Map<String, ImportLine> lines = new LinkedHashMap<>();
    private @Nullable KeyedImport run;
    private ImportTally tally;

    /** @param run null if the request has no idempotency key */
    RunningImport(ImportBatch batch, KeyedImports keyed, ImportRequest request, @Nullable KeyedImport run) {
        this.batch = batch;
        this.keyed = keyed;
        this.request = request;
        this.run = run;
        this.tally = run == null ? new ImportTally() : keyed.tally(run);
    }

    /** Imports the remaining records of the file. */
    ImportReport run(CatalogueFile file) throws IOException {
        while (file.hasNext()) {
            try {
                var line = file.current();
                if (lines.size() == BATCH_SIZE || lines.containsKey(line.key())) {
                    store(file, false);
                }
                lines.put(line.key(), line);
            } catch (RefusedLineException e) {
                tally.refuse(e);
            }
            file.advance();
        }
        store(file, true);
        return tally.report();
    }

    private void store(CatalogueFile file, boolean isLast) {
        var batchOfLines = List.copyOf(lines.values());
        var step = REPEATING.invoke(
                () -> batch.store(batchOfLines, request, counted -> advance(file, tally.plus(counted), isLast)));
        tally = step.tally();
        run = step.run();
        lines.clear();
    }

    /** Stores the progress in the transaction of the batch, so that both are committed or neither. */
    private Step advance(CatalogueFile file, ImportTally total, boolean isLast) {
        return new Step(
                total,
                run == null ? null : keyed.advance(run, file.records(), request.fingerprint(file), total, isLast));
    }
}
