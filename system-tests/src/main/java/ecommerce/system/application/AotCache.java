package ecommerce.system.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JVM's ahead-of-time cache of a service (JEP 483): its classes, loaded and linked. It lies beside the unpacked jar that
 * it belongs to and is named after the Java runtime that can use it.
 *
 * @param service the service
 * @param jar the jar that the cache is made from
 */
public record AotCache(ServiceDefinition service, UnpackedJar jar) {

    /** The cache, if it has been made. */
    public Optional<Path> existing() {
        return Optional.of(file()).filter(Files::exists);
    }

    /**
     * The command that makes the cache: it runs the service until it is stopped, at the lowest priority, and then stores what
     * was loaded. The quick compiler alone is used, for the cache would else hold profiles that make the optimising compiler
     * begin at once with all that was busy in this start.
     */
    public List<String> training() {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(ServiceCommand.jvm(service));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + unfinished(),
                "-jar",
                jar.jar().toString()));
        return command;
    }

    /** Puts the cache that a training has made in its place; from then on, starts use it. Returns whether there was one. */
    public boolean accept() throws IOException {
        if (Files.notExists(unfinished())) {
            return false;
        }
        Files.move(unfinished(), file(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Removes what an unsuccessful training has left. */
    public void discard() throws IOException {
        Files.deleteIfExists(unfinished());
        Files.deleteIfExists(Path.of(unfinished() + ".config"));
    }

    private Path file() {
        return jar.folder().resolve(Runtime.version() + ".aot");
    }

    private Path unfinished() {
        return jar.folder().resolve("unfinished-%d.aot".formatted(ProcessHandle.current().pid()));
    }
}
