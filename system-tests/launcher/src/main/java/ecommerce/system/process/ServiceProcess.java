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

/** One service's process: its command, its log, and the ways to end it. */
public final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final StateDirectory state;

    /**
     * A process that isn't running yet, or one that an earlier launcher has started.
     *
     * @param command asked for at each start
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

    /** The last lines of the log; none if there is no log. */
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
     * Starts it, with a log of its own that begins anew. The process goes on when the terminal, the shell or the launcher
     * that started it is gone.
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

    /** The living process. */
    public Optional<ProcessHandle> process() {
        return state.process(name);
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** Returns whether the process crashed: it was started, wasn't stopped, and isn't alive. */
    public boolean hasDied() {
        return state.remembers(name) && !isAlive();
    }

    /** Asks it to stop, so that it can finish what it is doing; kills it if that takes too long. */
    public void stop() {
        process().ifPresent(process -> end(process, PATIENCE));
        state.forget(name);
    }

    /** Kills the process, as a crash would. */
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            ended(process, PATIENCE);
        });
        state.forget(name);
    }

    /** Asks a process to stop; kills it if that takes too long. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ended(process, patience)) {
            process.destroyForcibly();
            ended(process, PATIENCE);
        }
    }

    /** Waits for a process to end; whether it has. */
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
