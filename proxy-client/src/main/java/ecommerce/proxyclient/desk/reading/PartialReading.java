package ecommerce.proxyclient.desk.reading;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributesThreadLocalAccessor;

/**
 * Reads the parts of one page from several services at the same time. If a service is unavailable, only its own parts are
 * missing. The calls belong to the page's request: they carry its trace and the token of its user, and {@link #close} waits
 * for them.
 */
public final class PartialReading implements AutoCloseable {

    private static final ContextSnapshotFactory CONTEXT = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry()
                    .loadThreadLocalAccessors()
                    .registerThreadLocalAccessor(new RequestAttributesThreadLocalAccessor()))
            .build();

    private final ExecutorService threads =
            ContextExecutorService.wrap(Executors.newVirtualThreadPerTaskExecutor(), CONTEXT::captureAll);

    private final Set<String> missing = new ConcurrentSkipListSet<>();

    /**
     * Starts to read what one service has.
     *
     * @return waits for what was read. Throws what the reader has thrown
     */
    public <T extends @Nullable Object> Supplier<T> start(Function<ServiceReads, T> reader) {
        var result = CompletableFuture.supplyAsync(() -> reader.apply(new ServiceReads(missing)), threads);
        return () -> await(result);
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Returns the parts that are missing, once all that was started has been waited for. */
    public Set<String> missing() {
        return missing;
    }

    @Override
    public void close() {
        threads.close();
    }
}
