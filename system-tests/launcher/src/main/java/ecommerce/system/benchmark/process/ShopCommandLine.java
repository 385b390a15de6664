package ecommerce.system.benchmark.process;

import ecommerce.system.process.LauncherException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands in a checkout's folder and collects their output. */
final class ShopCommandLine {

    private static final int LINES_SHOWN = 15;

    private final Path folder;
    private final Map<String, String> environment;

    ShopCommandLine(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs {@code ./shop} to its end and returns the time that it took.
     *
     * @throws LauncherException if the command fails
     */
    Duration shop(List<String> arguments) {
        var command = new ArrayList<>(List.of(folder.resolve("shop").toString()));
        command.addAll(arguments);
        var start = System.nanoTime();
        run(command);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Runs a command to its end and returns its output. */
    String run(List<String> command) {
        try {
            var output = Files.createTempFile("shop-benchmark", ".log");
            try {
                return run(command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new LauncherException("%s can't be run: %s".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    /**
     * Redirects the output to a file. A pipe would stay open as long as any process that the command has left running.
     */
    private String run(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            var exitCode = builder.start().waitFor();
            var printed = Files.readString(output).strip();
            if (exitCode != 0) {
                throw new LauncherException("%s failed with exit code %d in %s: %s"
                        .formatted(String.join(" ", command), exitCode, folder, lastLines(printed)));
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The benchmark was interrupted.", e);
        }
    }

    private static String lastLines(String text) {
        var lines = text.lines().toList();
        var last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
        return String.join(System.lineSeparator(), last);
    }
}
