package ecommerce.system.containers;

import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.awaitility.Awaitility;

/** Runs Docker's command line in a folder. */
record Docker(Path folder) {

    /** Returns {@code docker compose}, or {@code docker-compose} if the plugin isn't installed. */
    List<String> composeCommand() {
        return hasComposePlugin() ? List.of("docker", "compose") : List.of("docker-compose");
    }

    boolean hasComposePlugin() {
        return exitCode("docker", "compose", "version") == 0;
    }

    /**
     * Runs a command and returns its output.
     *
     * @throws LauncherException if the command fails
     */
    String run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new LauncherException("%s failed: %s".formatted(String.join(" ", command), output));
            }
            return output;
        } catch (IOException e) {
            throw new LauncherException("%s can't be run: %s".formatted(command[0], e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }

    /** Returns a value of a container's description, selected by a Go template. */
    String inspect(String container, String template) {
        return run("docker", "inspect", "--format", template, container).strip();
    }

    void awaitHealthy(Collection<String> containers, Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> containers.stream()
                        .allMatch(container ->
                                inspect(container, "{{.State.Health.Status}}").equals("healthy")));
    }

    private int exitCode(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LauncherException("Docker can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }
}
