package ecommerce.system.process;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs I/O-bound work for several elements concurrently, each on its own virtual thread. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Runs the work for each element concurrently and waits for all of it.
     *
     * @throws LauncherException if the work fails for an element; has the message of the first failure
     */
    public static <T> void forEach(Collection<T> elements, Consumer<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            elements.stream()
                    .<Future<?>>map(element -> threads.submit(() -> work.accept(element)))
                    .toList()
                    .forEach(AtOnce::join);
        }
    }

    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new LauncherException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }
}
