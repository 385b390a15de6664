package ecommerce.product.catalogueimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Brings a catalogue in from CSV, as if line by line: a later line of a product that stood there before changes it
 * again. What was stored stays stored if the stream breaks off; importing the same file again does no harm.
 */
@Component
class CatalogueImport {

    private static final int BATCH_SIZE = 500;

    private final ImportBatch batch;

    CatalogueImport(ImportBatch batch) {
        this.batch = batch;
    }

    /** Reads UTF-8 with a header line; {@code by} is who wants it so. */
    ImportReport importFrom(InputStream csv, String by) throws IOException {
        var records = new CsvRecordReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        var parser = new LineParser(ImportHeader.of(records.next()));
        var tally = new ImportTally();
        Map<String, ImportLine> lines = new LinkedHashMap<>();
        for (var record = records.next(); record != null; record = records.next()) {
            try {
                var line = parser.parse(record);
                if (lines.size() == BATCH_SIZE || lines.containsKey(line.key())) {
                    flush(lines, by, tally);
                }
                lines.put(line.key(), line);
            } catch (RefusedLineException e) {
                tally.refuse(record.line(), e.sku(), e.getMessage());
            }
        }
        flush(lines, by, tally);
        return tally.report();
    }

    private void flush(Map<String, ImportLine> lines, String by, ImportTally tally) {
        if (!lines.isEmpty()) {
            batch.store(List.copyOf(lines.values()), by, tally);
            lines.clear();
        }
    }
}
