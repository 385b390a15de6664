package ecommerce.product.catalogueimport;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.catalogueimport.file.CatalogueFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Imports a catalogue from CSV. Lines take effect in the order of the file: a later line for a product changes it
 * again. If the stream is interrupted, the lines stored so far stay stored. With an idempotency key, a retry with the
 * same file continues after them.
 */
@Component
class CatalogueImport {

    /** @param replayed whether the report is that of an earlier import with the same key */
    record Result(ImportReport report, boolean replayed) {}

    private final ImportBatch batch;
    private final KeyedImports keyed;

    CatalogueImport(ImportBatch batch, KeyedImports keyed) {
        this.batch = batch;
        this.keyed = keyed;
    }

    /**
     * Imports a file. Fails with 400 if the file can't be read as a catalogue, and with 422 if the key was used for
     * another file.
     */
    Result importFrom(InputStream csv, ImportRequest request) throws IOException {
        var file = CatalogueFile.open(csv, request.charset());
        request.stock().check(file);
        var key = request.idempotencyKey();
        var run = key == null ? null : keyed.find(request.userId(), key);
        if (run != null && run.records() > 0) {
            skipWhatIsDone(file, request, run);
        }
        if (run != null && run.finished()) {
            return new Result(keyed.tally(run).report(), true);
        }
        return new Result(new RunningImport(batch, keyed, request, run).run(file), false);
    }

    private static void skipWhatIsDone(CatalogueFile file, ImportRequest request, KeyedImport run) throws IOException {
        file.skip(run.records());
        var isSame = Arrays.equals(request.fingerprint(file), run.fingerprint());
        if (!isSame || run.finished() && file.hasNext()) {
            throw Problem.unprocessable("This Idempotency-Key was used for another file. Send another key.");
        }
    }
}
