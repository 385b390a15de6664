package ecommerce.product.catalogueimport;

import ecommerce.product.catalogueimport.file.CatalogueFile;
import ecommerce.product.catalogueimport.file.ImportLine;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Imports a catalogue from CSV, as if line by line: a later line of a product changes it again. What was stored stays stored if
 * the stream breaks off.
 */
@Component
class CatalogueImport {

    private static final int BATCH_SIZE = 500;

    /** Repeats a batch that lost a deadlock, or a race for a new SKU or for a category that was deleted. */
    private static final RetryTemplate REPEATING = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, DataIntegrityViolationException.class)
            .maxRetries(10)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .multiplier(1.5)
            .build());

    private final ImportBatch batch;

    CatalogueImport(ImportBatch batch) {
        this.batch = batch;
    }

    /** Imports a file in the charset declared, by default UTF-8, on behalf of a member of staff. */
    ImportReport importFrom(InputStream csv, @Nullable Charset declared, StockMode mode, String by) throws IOException {
        var file = CatalogueFile.open(csv, declared);
        mode.check(file);
        var tally = new ImportTally();
        Map<String, ImportLine> lines = new LinkedHashMap<>();
        while (file.hasNext()) {
            try {
                var line = file.next();
                if (lines.size() == BATCH_SIZE || lines.containsKey(line.key())) {
                    flush(lines, mode, by, tally);
                }
                lines.put(line.key(), line);
            } catch (RefusedLineException e) {
                tally.refuse(e);
            }
        }
        flush(lines, mode, by, tally);
        return tally.report();
    }

    private void flush(Map<String, ImportLine> lines, StockMode mode, String by, ImportTally tally) {
        if (!lines.isEmpty()) {
            var batchOfLines = List.copyOf(lines.values());
            tally.add(REPEATING.invoke(() -> batch.store(batchOfLines, mode, by)));
            lines.clear();
        }
    }
}
