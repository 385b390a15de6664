package ecommerce.system.stack;

import ecommerce.system.application.Instance;
import ecommerce.system.process.LauncherException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Runs work with a shop that starts without data, and that stops after the work even if the work fails. */
public final class TemporaryShop {

    /** On two cores beside other tests, one service may take minutes to start. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** How many services start at the same time beside other work. */
    public static final int A_FEW = 3;

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private TemporaryShop() {}

    /** Starts all services at the same time, and runs the work. */
    public static <T> T run(LocalStack stack, Function<LocalStack, T> work) {
        return run(stack, () -> stack.start(true), work);
    }

    /** Starts a few services at a time, so that other work on this machine goes on, and runs the work. */
    public static <T> T runBesideOtherWork(LocalStack stack, Function<LocalStack, T> work) {
        return run(stack, () -> startFewAtATime(stack), work);
    }

    /**
     * Waits until an instance is ready and registered.
     *
     * @throws LauncherException if that takes longer than {@link #PATIENCE}
     */
    public static void awaitReady(LocalStack stack, Instance instance) {
        var health = new Health(stack.portOffset());
        var start = Instant.now();
        while (!health.isReady(instance) || !health.isRegistered(instance, health.registry())) {
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                throw new LauncherException("%s isn't ready and registered in time; its log is %s."
                        .formatted(instance.name(), stack.process(instance).log()));
            }
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    private static <T> T run(LocalStack stack, Runnable start, Function<LocalStack, T> work) {
        var hook = new Thread(stack::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try (stack) {
            start.run();
            stack.awaitReady(PATIENCE, (instance, step, since) -> {});
            var result = work.apply(stack);
            Runtime.getRuntime().removeShutdownHook(hook);
            return result;
        }
    }

    /** Starts the services in their order, because all wait for the first two: the registry and the configuration. */
    private static void startFewAtATime(LocalStack stack) {
        stack.startDatabase(true);
        try (var threads = Executors.newFixedThreadPool(A_FEW)) {
            var starts = stack.instances().stream()
                    .map(instance -> CompletableFuture.runAsync(
                            () -> {
                                stack.startUnlessClosed(stack.process(instance));
                                awaitReady(stack, instance);
                            },
                            threads))
                    .toList();
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new LauncherException(String.valueOf(e.getCause()), e);
        }
    }
}
