package ecommerce.system.process;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs I/O-bound work for several elements concurrently, each on its own virtual thread. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * Runs the work for each element concurrently and waits for all of it.
     *
     * @throws LauncherException if the work fails for an element; has the message of the first failure
     */
    public static <T> void forEach(Collection<T> elements, Consumer<T> work) {
        map(elements, element -> {
            work.accept(element);
            return true;
        });
    }

    /**
     * Runs the work for each element concurrently and returns the results in the order of the elements.
     *
     * @throws LauncherException if the work fails for an element; has the message of the first failure
     */
    public static <T, R> List<R> map(Collection<T> elements, Function<T, R> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return elements.stream().map(element -> threads.submit(() -> work.apply(element))).toList().stream()
                    .map(AtOnce::join)
                    .toList();
        }
    }

    private static <R> R join(Future<R> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new LauncherException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }
}
