package ecommerce.system.stack;

import ecommerce.system.application.AotCache;
import ecommerce.system.application.Applications;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceCommand;
import ecommerce.system.process.DetachedCommand;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes missing AOT caches of services, one after the other. {@code ./shop up} does this while the shop runs, and nothing
 * waits for it. A training can be stopped at any time, and the next training makes the caches that are still missing.
 */
public final class AotTraining {

    static final String PROCESS = "aot-training";

    /** Environment variables that would override the JVM options of a training. */
    private static final Set<String> JVM_OPTIONS = Set.of("_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final List<String> priority;
    private final List<AotCache> missing;
    private final Path settings;
    private final StateDirectory state;
    private final Consumer<String> listener;
    private int trainings;
    private volatile boolean stopped;

    /**
     * Creates a training at the lowest priority, without starting it.
     *
     * @param settings a Spring Boot configuration file with the settings of a start without any connection
     * @param state stores the process id, so that another launcher can stop the training
     * @param listener receives a message at the start, at the end and for each failure
     */
    AotTraining(List<AotCache> missing, Path settings, StateDirectory state, Consumer<String> listener) {
        this(lowest(), missing, settings, state, listener);
    }

    private AotTraining(
            List<String> priority,
            List<AotCache> missing,
            Path settings,
            StateDirectory state,
            Consumer<String> listener) {
        this.priority = priority;
        this.missing = missing;
        this.settings = settings;
        this.state = state;
        this.listener = listener;
    }

    /**
     * Makes a cache now, at the usual priority. Trainings with different states can run concurrently.
     *
     * @param state stores the log
     * @throws LauncherException if a service of the cache can't be started or the cache can't be written
     */
    public static void makeNow(AotCache cache, Applications applications, StateDirectory state) {
        new AotTraining(List.of(), List.of(cache), applications.trainingSettings(), state, said -> {}).make(cache);
    }

    private static List<String> lowest() {
        var nice = Path.of("/usr/bin/nice");
        return Files.isExecutable(nice) ? List.of(nice.toString(), "-n", "19") : List.of();
    }

    /** Starts the training in a thread of its own. */
    public void start() {
        if (!missing.isEmpty()) {
            listener.accept(
                    "Making AOT caches in the background, for faster starts (log: %s)".formatted(state.log(PROCESS)));
            Thread.ofPlatform().daemon().name(PROCESS).start(this::makeAll);
        }
    }

    /** Stops the training and discards an unfinished cache. */
    public void stop() {
        stopped = true;
        kill(state);
    }

    /** Kills the training process of this or another launcher, and the JVM that it has started to write the cache. */
    static void kill(StateDirectory state) {
        state.process(PROCESS).ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    private void makeAll() {
        for (var cache : missing) {
            try {
                if (!stopped && cache.existing().isEmpty()) {
                    make(cache);
                }
            } catch (LauncherException e) {
                listener.accept(e.getMessage());
            }
        }
        if (missing.stream().allMatch(cache -> cache.existing().isPresent())) {
            listener.accept("The AOT caches are complete; later starts use them");
        }
    }

    /**
     * Makes one cache, unless the training is stopped.
     *
     * @throws LauncherException if the service can't be started or the cache can't be written
     */
    void make(AotCache cache) {
        try {
            var output = cache.unfinished();
            var exitCode = train(cache, output);
            if (exitCode == 0 && !stopped) {
                cache.accept(output);
                return;
            }
            cache.discard(output);
            if (!stopped) {
                throw new LauncherException("The AOT cache of %s can't be made; the log is %s."
                        .formatted(cache.names(), state.log(PROCESS)));
            }
        } catch (IOException e) {
            throw new LauncherException(
                    "The AOT cache of %s can't be made: %s".formatted(cache.names(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }

    private int train(AotCache cache, Path output) throws IOException, InterruptedException {
        var command = new ArrayList<>(priority);
        command.addAll(cache.training(output, settings));
        var builder = new ProcessBuilder(DetachedCommand.of(command));
        builder.environment().keySet().removeAll(JVM_OPTIONS);
        builder.environment()
                .putAll(ServiceCommand.environment(
                        Instance.first(cache.services().getFirst()), 0, Map.of()));
        builder.environment().put("JDK_AOT_VM_OPTIONS", "-XX:TieredStopAtLevel=1");
        var log = state.log(PROCESS).toFile();
        var process = builder.redirectErrorStream(true)
                .redirectOutput(trainings++ == 0 ? Redirect.to(log) : Redirect.appendTo(log))
                .start();
        state.remember(PROCESS, process.toHandle());
        try {
            if (stopped) {
                kill(state);
            }
            return process.waitFor();
        } finally {
            state.forget(PROCESS);
        }
    }
}
