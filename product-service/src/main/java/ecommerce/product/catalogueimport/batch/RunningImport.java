package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.batch.OrderedBatches.Batch;
import ecommerce.product.catalogueimport.file.CatalogueFile;
import ecommerce.product.catalogueimport.file.ImportLine;
import ecommerce.product.catalogueimport.file.RefusedLineException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one import: reads the file and divides it into batches in which each SKU occurs once. */
final class RunningImport {

    private final ImportRequest request;
    private final OrderedBatches batches;
    private final Map<String, ImportLine> lines = new LinkedHashMap<>();
    private ImportTally unreadable = new ImportTally();

    RunningImport(ImportRequest request, OrderedBatches batches) {
        this.request = request;
        this.batches = batches;
    }

    /** Imports the remaining records of the file. */
    ImportReport run(CatalogueFile file) throws IOException {
        while (file.hasNext()) {
            try {
                var line = file.current();
                if (lines.size() == CatalogueImport.BATCH_LINES || lines.containsKey(line.key())) {
                    store(file, false);
                }
                lines.put(line.key(), line);
            } catch (RefusedLineException e) {
                refuse(e, file);
            }
            file.advance();
        }
        store(file, true);
        return batches.await().report();
    }

    private void refuse(RefusedLineException line, CatalogueFile file) {
        if (unreadable.refusals().size() == CatalogueImport.BATCH_LINES) {
            store(file, false);
        }
        unreadable.refuse(line);
    }

    private void store(CatalogueFile file, boolean isLast) {
        batches.store(
                new Batch(List.copyOf(lines.values()), unreadable, file.records(), request.fingerprint(file), isLast));
        lines.clear();
        unreadable = new ImportTally();
    }
}
