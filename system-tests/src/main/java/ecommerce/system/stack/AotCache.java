package ecommerce.system.stack;

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
record AotCache(ServiceDefinition service, UnpackedJar jar) {

    /** The cache, if it has been made. */
    Optional<Path> existing() {
        return Optional.of(file()).filter(Files::exists);
    }

    /**
     * The command that makes the cache: it starts the service up to where it would listen, with no database, registry or
     * configuration server, and stores what was loaded. It takes half a minute of processor time, at the lowest priority.
     * The quick compiler alone is used, for the cache would else hold profiles that make the optimising compiler begin at
     * once with all that was busy in this start.
     *
     * @param settings the settings of such a start, as a Spring Boot configuration file
     */
    List<String> training(Path settings) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(ServiceCommand.jvm(service));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + unfinished(),
                "-Dspring.config.additional-location=" + settings.toUri(),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                jar.jar().toString()));
        return command;
    }

    /** Puts the cache that a training has made in its place; from then on, starts use it. */
    void accept() throws IOException {
        Files.move(unfinished(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what an unsuccessful training has left. */
    void discard() throws IOException {
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
