package ecommerce.system.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A service's jar, unpacked by Spring Boot's own tool: it starts faster so, and its classes are loaded without the locks
 * of nested jars, on which virtual threads under load have been seen to wait for each other for ever.
 */
record Application(Path packed, Path folder) {

    /** What is to be run. */
    Path jar() {
        return folder.resolve(packed.getFileName());
    }

    void unpack() {
        StateDirectory.delete(folder);
        var command = List.of(
                ServiceCommand.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                packed.toString(),
                "extract",
                "--destination",
                folder.toString());
        try {
            var unpacking = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(unpacking.getInputStream().readAllBytes());
            if (unpacking.waitFor() != 0) {
                throw new LauncherException("%s can't be unpacked: %s".formatted(packed, said.strip()));
            }
        } catch (IOException e) {
            throw new LauncherException("%s can't be unpacked: %s".formatted(packed, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted", e);
        }
    }
}
