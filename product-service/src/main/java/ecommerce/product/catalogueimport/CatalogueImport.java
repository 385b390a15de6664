package ecommerce.product.catalogueimport;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.catalogueimport.file.CatalogueFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Imports a catalogue from CSV, as if line by line: a later line of a product changes it again. What was stored stays
 * stored if the stream breaks off; under an idempotency key the same file then goes on from there.
 */
@Component
class CatalogueImport {

    /** @param replayed whether an earlier import under the same key made the report */
    record Result(ImportReport report, boolean replayed) {}

    private final ImportBatch batch;
    private final KeyedImports keyed;

    CatalogueImport(ImportBatch batch, KeyedImports keyed) {
        this.batch = batch;
        this.keyed = keyed;
    }

    /** Imports a file. 400 if it can't be used at all, 422 if another file was imported under the same key. */
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
