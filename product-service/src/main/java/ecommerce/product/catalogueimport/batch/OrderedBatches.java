package ecommerce.product.catalogueimport.batch;

import ecommerce.product.catalogueimport.batch.ImportReport.Refusal;
import ecommerce.product.catalogueimport.file.ImportLine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Stores the batches of one import. Batches of new products may be stored at the same time, but they are committed in the
 * order of the file, each with the progress of the import. So what is stored is always a beginning of the file.
 */
final class OrderedBatches {

    /** Longer than a batch takes. If two batches wait for each other, one of them begins again. */
    private static final long LONGEST_WAIT_SECONDS = 5;

    /** Retries a batch that lost a deadlock, or a race for a new SKU or a deleted category. */
    private static final RetryTemplate REPEATING = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, DataIntegrityViolationException.class)
            .maxRetries(10)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .multiplier(1.5)
            .build());

    /**
     * Lines that are stored in one transaction.
     *
     * @param lines each SKU at most once
     * @param unreadable the records among the lines that can't be read
     * @param records the number of records from the beginning of the file to the end of the batch
     * @param fingerprint the fingerprint of these records
     */
    record Batch(List<ImportLine> lines, ImportTally unreadable, long records, byte[] fingerprint, boolean isLast) {

        Set<String> keys() {
            return lines.stream().map(ImportLine::key).collect(Collectors.toSet());
        }
    }

    /** The state of an import after a batch. */
    private record Step(ImportTally tally, @Nullable KeyedImport run) {}

    private record InFlight(Set<String> keys, CompletableFuture<Step> step) {}

    private final ImportBatch batches;
    private final KeyedImports keyed;
    private final ImportRequest request;
    private final Consumer<List<Refusal>> withEachBatch;
    private final Executor executor;
    private final int concurrent;
    private final Deque<InFlight> inFlight = new ArrayDeque<>();
    private CompletableFuture<Step> latest;

    /**
     * @param run null if the request has no idempotency key
     * @param withEachBatch runs in the transaction of each batch
     * @param concurrent the number of batches that are stored at the same time
     */
    OrderedBatches(
            ImportBatch batches,
            KeyedImports keyed,
            ImportRequest request,
            @Nullable KeyedImport run,
            Consumer<List<Refusal>> withEachBatch,
            Executor executor,
            int concurrent) {
        this.batches = batches;
        this.keyed = keyed;
        this.request = request;
        this.withEachBatch = withEachBatch;
        this.executor = executor;
        this.concurrent = concurrent;
        var tally = run == null ? new ImportTally() : keyed.tally(run);
        this.latest = CompletableFuture.completedFuture(new Step(tally, run));
    }

    /** Stores a batch, perhaps after this call. Throws the failure of an earlier batch. */
    void store(Batch batch) {
        var keys = batch.keys();
        while (inFlight.size() >= concurrent || sharesKeys(keys)) {
            result(inFlight.removeFirst().step());
        }
        var before = latest;
        latest = CompletableFuture.supplyAsync(() -> store(batch, before), executor);
        inFlight.addLast(new InFlight(keys, latest));
    }

    private boolean sharesKeys(Set<String> keys) {
        return inFlight.stream().anyMatch(other -> !Collections.disjoint(other.keys(), keys));
    }

    /** Waits until all batches are stored, and returns the counts of the import. */
    ImportTally await() {
        return result(latest).tally();
    }

    private Step store(Batch batch, CompletableFuture<Step> before) {
        var isRepeated = new AtomicBoolean();
        return REPEATING.invoke(() -> {
            if (isRepeated.getAndSet(true)) {
                result(before);
            }
            return batches.store(
                    batch.lines(),
                    request,
                    () -> resultSoon(before),
                    counted -> advance(resultSoon(before), batch, counted));
        });
    }

    /** Stores the progress in the transaction of the batch, so that both are committed or neither. */
    private Step advance(Step before, Batch batch, ImportTally counted) {
        var total = before.tally().plus(batch.unreadable()).plus(counted);
        var run = before.run();
        var advanced =
                run == null ? null : keyed.advance(run, batch.records(), batch.fingerprint(), total, batch.isLast());
        withEachBatch.accept(Stream.concat(batch.unreadable().refusals().stream(), counted.refusals().stream())
                .toList());
        return new Step(total, advanced);
    }

    private static Step resultSoon(CompletableFuture<Step> step) {
        return result(step.copy()
                .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? new CannotAcquireLockException("The batch before isn't stored yet", failure)
                                : failure)));
    }

    private static Step result(CompletableFuture<Step> step) {
        try {
            return step.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
