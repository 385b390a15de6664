package ecommerce.system.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT caches that a shop's services lack, one after another and aside from the running shop. Nothing waits for it,
 * and it may be stopped at any time; the next one goes on with what is missing.
 */
public final class AotTraining {

    private final List<AotCache> missing;
    private final Path settings;
    private final Path log;
    private final Consumer<String> listener;
    private volatile boolean stopped;
    private volatile @Nullable Process running;

    AotTraining(List<AotCache> missing, Path settings, Path log, Consumer<String> listener) {
        this.missing = missing;
        this.settings = settings;
        this.log = log;
        this.listener = listener;
    }

    /** Begins in a thread of its own. */
    public void start() {
        if (!missing.isEmpty()) {
            listener.accept("Making later starts cheaper in the background, at the lowest priority (log: %s)".formatted(log));
            Thread.ofPlatform().daemon().name("aot-training").start(this::run);
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

    private void run() {
        for (var cache : missing) {
            if (stopped) {
                return;
            }
            make(cache);
        }
        listener.accept("Later starts are cheaper from now on");
    }

    /** Makes one cache. @throws LauncherException if that fails though nobody stopped it */
    void make(AotCache cache) {
        try {
            var builder = new ProcessBuilder(DetachedCommand.of(cache.training(settings)));
            builder.environment().putAll(ServiceCommand.environment(Instance.first(cache.service()), 0, Map.of()));
            builder.environment().put("JDK_AOT_VM_OPTIONS", "-XX:TieredStopAtLevel=1");
            running = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (running.waitFor() == 0) {
                cache.accept();
                return;
            }
            cache.discard();
            if (!stopped) {
                throw new LauncherException("The AOT cache of %s can't be made; the log is %s."
                        .formatted(cache.service().serviceName(), log));
            }
        } catch (IOException e) {
            throw new LauncherException("The AOT cache of %s can't be made: %s"
                    .formatted(cache.service().serviceName(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }
}
