package ecommerce.system.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One service's process: its command, its log, and the ways to end it. */
public final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final StateDirectory state;
    private final Runnable preparation;

    ServiceProcess(String name, List<String> command, Map<String, String> environment, StateDirectory state) {
        this(name, command, environment, state, () -> {});
    }

    /** One that needs something done before each start. */
    ServiceProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            StateDirectory state,
            Runnable preparation) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.state = state;
        this.preparation = preparation;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return state.log(name);
    }

    /** Starts it, with a log of its own that begins anew. */
    public void start() {
        preparation.run();
        var builder = new ProcessBuilder(new ArrayList<>(command));
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

    /** Asks it to stop, so that it can finish what it is doing; kills it if that takes too long. */
    public void stop() {
        process().ifPresent(process -> {
            process.destroy();
            if (!ended(process, PATIENCE)) {
                process.destroyForcibly();
                ended(process, PATIENCE);
            }
        });
        state.forget(name);
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            ended(process, PATIENCE);
        });
        state.forget(name);
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
