package ecommerce.system.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Starts and stops the process of a service and reads its log. */
public final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final StateDirectory state;

    /**
     * Creates an object for a process that isn't running yet, or that an earlier launcher has started.
     *
     * @param command supplies the command of each start
     */
    public ServiceProcess(
            String name, Supplier<List<String>> command, Map<String, String> environment, StateDirectory state) {
        this.name = name;
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.state = state;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return state.log(name);
    }

    /** Returns the last lines of the log; empty if there is no log. */
    public List<String> lastLines(int count) {
        if (!Files.exists(log())) {
            return List.of();
        }
        try {
            var lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            throw new LauncherException("%s can't be read: %s".formatted(log(), e.getMessage()), e);
        }
    }

    /**
     * Starts the process with a new log. The process keeps running when the terminal, shell or launcher that started it
     * ends.
     */
    public void start() {
        var builder = new ProcessBuilder(DetachedCommand.of(command.get()));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        try {
            state.remember(name, builder.start().toHandle());
        } catch (IOException e) {
            throw new LauncherException("%s can't be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Returns the process; empty if it isn't running. */
    public Optional<ProcessHandle> process() {
        return state.process(name);
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** Returns whether the process has ended without being stopped. */
    public boolean hasDied() {
        return state.remembers(name) && !isAlive();
    }

    /** Stops the process gracefully; kills it after 30 seconds. */
    public void stop() {
        process().ifPresent(process -> end(process, PATIENCE));
        state.forget(name);
    }

    /** Kills the process, which simulates a crash. */
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            ended(process, PATIENCE);
        });
        state.forget(name);
    }

    /** Stops a process gracefully; kills it after the given time. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            ended(process, PATIENCE);
        }
    }

    /** Waits for a process to end, up to the given time. Returns whether it has ended. */
    public static boolean ended(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new LauncherException("Waiting for a process failed: " + e.getMessage(), e);
        }
    }
}
