package ecommerce.system.launcher;

import ecommerce.system.process.DetachedCommand;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs the launcher in the background, so that it continues when the terminal closes. */
final class Background {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final StateDirectory state;
    private final Path log;

    Background(StateDirectory state) {
        this.state = state;
        this.log = state.log("launcher");
    }

    static void markReady(StateDirectory state) {
        try {
            Files.writeString(marker(state), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void markNotReady(StateDirectory state) {
        try {
            Files.deleteIfExists(marker(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path marker(StateDirectory state) {
        return state.logs().resolveSibling("ready");
    }

    /**
     * Starts a launcher with these arguments. Prints its output until the shop is ready or the start has failed.
     * Returns the exit code.
     */
    int start(List<String> arguments) {
        markNotReady(state);
        try {
            var launcher = new ProcessBuilder(command(arguments))
                    .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var shown = 0L;
            while (launcher.isAlive() && !Files.exists(marker(state))) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                shown = show(shown);
            }
            show(shown);
            return launcher.isAlive() ? 0 : 1;
        } catch (IOException e) {
            throw new LauncherException("The launcher can't be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShopCommand.class.getName()));
        command.addAll(arguments);
        return DetachedCommand.of(command);
    }

    private static File devNull() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private long show(long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var news = new byte[(int) (file.length() - from)];
            file.readFully(news);
            System.out.print(new String(news, StandardCharsets.UTF_8));
            System.out.flush();
            return from + news.length;
        }
    }
}
