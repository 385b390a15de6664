package ecommerce.system.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JVM's ahead-of-time cache of a service (JEP 483): its classes, loaded and linked. The file is in the folder of
 * the unpacked jar, and its name contains the version of the Java runtime that can use it.
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
     * Returns the command that makes the cache, at the lowest priority. The command starts the service without a
     * database, registry or configuration server, stops before the service listens, and stores the loaded classes. It
     * uses C1 only. Otherwise the cache stores profiles, and C2 compiles the startup code at once in every later start.
     *
     * @param settings a Spring Boot configuration file with the settings of a training run
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

    /** Renames the file that a training run has written. Later starts use the cache. */
    public void accept() throws IOException {
        Files.move(unfinished(), file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the files of unsuccessful training runs, including those of other launchers. */
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
