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
 * it belongs to, and its name says which Java runtime can use it.
 *
 * @param service the service
 * @param jar the jar that the cache is made from
 */
public record AotCache(ServiceDefinition service, UnpackedJar jar) {

    private static final String UNFINISHED = "unfinished";

    /** Returns the cache, if it has been made. */
    public Optional<Path> existing() {
        return Optional.of(file()).filter(Files::exists);
    }

    /**
     * Returns the command that makes the cache, at the lowest priority. It starts the service up to where it would listen, with
     * no database, registry or configuration server, and stores what was loaded. It uses C1 only. Otherwise the cache stores
     * profiles, and C2 compiles the startup code at once in every later start.
     *
     * @param settings the settings of such a start, as a Spring Boot configuration file
     */
    public List<String> training(Path settings) {
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

    /** Puts the cache that a training has made in its place. From then on, starts use it. */
    public void accept() throws IOException {
        Files.move(unfinished(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what unsuccessful trainings have left, those of other launchers included. */
    public void discard() throws IOException {
        try (var files = Files.newDirectoryStream(jar.folder(), UNFINISHED + "*")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file() {
        return jar.folder()
                .resolve("%s-%s.aot".formatted(System.getProperty("java.vendor.version"), Runtime.version()));
    }

    private Path unfinished() {
        return jar.folder().resolve(UNFINISHED + ".aot");
    }
}
