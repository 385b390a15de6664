package ecommerce.product.catalogueimport.batch;

import ecommerce.defaults.problem.Problem;
import ecommerce.product.catalogueimport.batch.ImportReport.Refusal;
import ecommerce.product.catalogueimport.file.CatalogueFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;

/**
 * Imports a catalogue from CSV. Lines take effect in the order of the file: a later line for a product changes it
 * again. If the stream is interrupted, the lines stored so far stay stored. With an idempotency key, a retry with the
 * same file continues after them.
 */
@Component
public class CatalogueImport {

    /** @param replayed whether the report is that of an earlier import with the same key */
    public record Result(ImportReport report, boolean replayed) {}

    /** The number of lines that are stored in one transaction. */
    public static final int BATCH_LINES = 1_000;

    /** Hands the caller and the trace over to other threads, for the audit log. */
    private static final ContextPropagatingTaskDecorator CONTEXT = new ContextPropagatingTaskDecorator();

    private final ImportBatch batch;
    private final KeyedImports keyed;

    CatalogueImport(ImportBatch batch, KeyedImports keyed) {
        this.batch = batch;
        this.keyed = keyed;
    }

    /**
     * Imports a file. Fails with 400 if the file can't be read as a catalogue, with 422 if the key was used for another
     * file, and with 409 if another import with the key is running.
     */
    public Result importFrom(InputStream csv, ImportRequest request) throws IOException {
        return importFrom(csv, request, refusals -> {}, 1);
    }

    /**
     * Imports a file like {@link #importFrom(InputStream, ImportRequest)}.
     *
     * @param withEachBatch runs in the transaction of each batch with the refused lines since the batch before. If it
     *     throws, the batch is rolled back and the import ends. When an import continues, it runs first with the
     *     refusals that are known already.
     * @param concurrent the number of batches of new products that are stored at the same time
     */
    public Result importFrom(
            InputStream csv, ImportRequest request, Consumer<List<Refusal>> withEachBatch, int concurrent)
            throws IOException {
        var file = open(csv, request);
        var key = request.idempotencyKey();
        var run = key == null ? null : keyed.find(request.userId(), key);
        if (run != null && run.records() > 0) {
            skipWhatIsDone(file, request, run);
            withEachBatch.accept(keyed.tally(run).report().refusals());
        }
        if (run != null && run.finished()) {
            return new Result(keyed.tally(run).report(), true);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Executor executor = concurrent == 1 ? Runnable::run : task -> threads.execute(CONTEXT.decorate(task));
            var batches = new OrderedBatches(batch, keyed, request, run, withEachBatch, executor, concurrent);
            return new Result(new RunningImport(request, batches).run(file), false);
        }
    }

    /** Fails with 400 if the file can't be read as a catalogue, or doesn't fit the request. */
    public void check(InputStream csv, ImportRequest request) throws IOException {
        open(csv, request);
    }

    private static CatalogueFile open(InputStream csv, ImportRequest request) throws IOException {
        var file = CatalogueFile.open(csv, request.charset());
        request.stock().check(file);
        return file;
    }

    private static void skipWhatIsDone(CatalogueFile file, ImportRequest request, KeyedImport run) throws IOException {
        file.skip(run.records());
        var isSame = Arrays.equals(request.fingerprint(file), run.fingerprint());
        if (!isSame || run.finished() && file.hasNext()) {
            throw Problem.unprocessable("This Idempotency-Key was used for another file. Send another key.");
        }
    }
}
