package ecommerce.system.stack;

import ecommerce.system.application.AotCache;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceCommand;
import ecommerce.system.process.DetachedCommand;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches that a running shop's services lack, one after another. Each comes from one more instance of the
 * service, which starts beside the shop's own, isn't in the registry, takes up no durable tasks later than at its start, and
 * stops once it is ready. Nothing waits for it. It may be stopped at any time; the next one goes on with what is missing.
 */
public final class AotTraining {

    /** Far from the numbers of a shop's replicas. */
    private static final int INSTANCE_NUMBER = 6;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final Map<String, String> ASIDE = Map.of(
            "EUREKA_CLIENT_REGISTERWITHEUREKA", "false",
            "SHOP_SCHEDULING_POLLINGINTERVAL", "1h",
            "JDK_AOT_VM_OPTIONS", "-XX:TieredStopAtLevel=1");

    private final List<AotCache> missing;
    private final int portOffset;
    private final Map<String, String> environment;
    private final Path log;
    private final Consumer<String> listener;
    private volatile boolean stopped;
    private volatile @Nullable Process running;

    /**
     * Prepares a training.
     *
     * @param environment more environment variables for the services
     * @param listener hears of the beginning, the end and of what fails, in one sentence each
     */
    AotTraining(
            List<AotCache> missing,
            int portOffset,
            Map<String, String> environment,
            Path log,
            Consumer<String> listener) {
        this.missing = missing;
        this.portOffset = portOffset;
        this.environment = new HashMap<>(environment);
        this.environment.putAll(ASIDE);
        this.log = log;
        this.listener = listener;
    }

    /** Begins in a thread of its own. */
    public void start() {
        if (!missing.isEmpty()) {
            listener.accept("Making later starts cheaper in the background, at the lowest priority (log: %s)".formatted(log));
            Thread.ofPlatform().daemon().name("aot-training").start(this::makeAll);
        }
    }

    /** Ends it; a cache that isn't finished is thrown away. */
    public void stop() {
        stopped = true;
        var process = running;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void makeAll() {
        try {
            for (var cache : missing) {
                if (stopped) {
                    return;
                }
                make(cache);
            }
            listener.accept("Later starts are cheaper from now on");
        } catch (LauncherException e) {
            listener.accept(e.getMessage());
        }
    }

    /** Makes one cache. @throws LauncherException if that fails though nobody stopped it */
    void make(AotCache cache) {
        var instance = new Instance(cache.service(), INSTANCE_NUMBER);
        try {
            var process = start(cache, instance);
            running = process;
            awaitReady(process, instance);
            process.destroy();
            process.waitFor();
            if (!cache.accept() && !stopped) {
                throw new LauncherException("The AOT cache of %s can't be made; the log is %s."
                        .formatted(cache.service().serviceName(), log));
            }
            cache.discard();
        } catch (IOException e) {
            throw new LauncherException(
                    "The AOT cache of %s can't be made: %s".formatted(cache.service().serviceName(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }

    private Process start(AotCache cache, Instance instance) throws IOException {
        var builder = new ProcessBuilder(DetachedCommand.of(cache.training()));
        builder.environment().putAll(ServiceCommand.environment(instance, portOffset, environment));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Returns, too, when the process has ended. */
    private void awaitReady(Process process, Instance instance) throws InterruptedException {
        var health = new Health(portOffset);
        var ended = false;
        while (!ended && !health.isReady(instance)) {
            ended = process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
