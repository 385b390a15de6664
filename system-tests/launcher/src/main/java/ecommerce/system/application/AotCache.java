package ecommerce.system.application;

import ecommerce.system.process.LauncherException;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of a group of services (JEP 483): their classes, loaded and linked. A shared cache
 * contains the classes of the common libraries only. The name of its file contains the version of the Java runtime that
 * can use it.
 *
 * @param group the services that use the cache
 * @param folder the folder of the cache
 */
public record AotCache(CacheGroup group, Path folder) {

    private static final String UNFINISHED = "unfinished";

    private static final String TRAINING_RUN = "ecommerce.defaults.training.TrainingRun";

    /** Returns the cache, if it has been made. */
    public Optional<Path> existing() {
        return Optional.of(file()).filter(Files::exists);
    }

    /** Returns the services that use the cache. */
    public List<ServiceDefinition> services() {
        return group.members().stream()
                .map(member -> ServiceDefinition.of(member.serviceName()))
                .toList();
    }

    /** Returns the services' names for messages. */
    public String names() {
        return services().stream().map(ServiceDefinition::serviceName).collect(Collectors.joining(", "));
    }

    /**
     * Returns the arguments that start a service: its class path and its main class. The class path is in a file,
     * because it would fill the command line.
     *
     * @throws LauncherException if the file can't be written
     */
    List<String> application(UnpackedJar member) {
        var classPath = Stream.of(group.common(), group.own(member))
                .flatMap(List::stream)
                .map(member::path)
                .toList();
        return List.of(classPath(member, "class-path", append(classPath, member.jar())), member.mainClass());
    }

    /**
     * Returns the command of a training run, which makes the cache. The command starts the services without a database,
     * registry or configuration server, stops before they listen, and stores the loaded classes. It uses C1 only.
     * Otherwise the cache stores profiles, and C2 compiles the startup code at once in every later start.
     *
     * @param output the file that the run writes, from {@link #unfinished}
     * @param settings a Spring Boot configuration file with the settings of a training run
     */
    public List<String> training(Path output, Path settings) {
        var first = group.members().getFirst();
        var recorded = group.common().stream().map(first::path).toList();
        var command = new ArrayList<>(ServiceCommand.jvm("512m"));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:AOTCacheOutput=" + output,
                "-Dspring.config.additional-location=" + settings.toUri(),
                classPath(first, "training", group.isShared() ? recorded : append(recorded, first.jar())),
                TRAINING_RUN));
        for (var member : group.members()) {
            command.add(member.mainClass());
            command.add(group.isShared() ? join(append(ownLibraries(member), member.jar())) : "");
        }
        return command;
    }

    private List<Path> ownLibraries(UnpackedJar member) {
        return group.own(member).stream().map(member::path).toList();
    }

    /**
     * Returns the file that a training run writes. Each run has a file of its own, because several launchers may train at
     * the same time. Deletes the files of runs that were killed more than an hour ago.
     */
    public Path unfinished() throws IOException {
        Files.createDirectories(folder);
        deleteUnfinished(UnusedFolders::isOld);
        return folder.resolve("%s-%s.aot".formatted(UNFINISHED, UUID.randomUUID()));
    }

    /** Renames the file that a training run has written. Later starts use the cache. */
    public void accept(Path unfinished) throws IOException {
        Files.move(unfinished, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the files of an unsuccessful training run. The JVM writes a second file beside the given one. */
    public void discard(Path unfinished) throws IOException {
        var name = unfinished.getFileName().toString();
        deleteUnfinished(file -> file.getFileName().toString().startsWith(name));
    }

    private void deleteUnfinished(DirectoryStream.Filter<Path> condition) throws IOException {
        try (var files = Files.newDirectoryStream(folder, condition)) {
            for (var file : files) {
                if (file.getFileName().toString().startsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file() {
        return folder.resolve("%s-%s.aot".formatted(System.getProperty("java.vendor.version"), Runtime.version()));
    }

    private static List<Path> append(List<Path> paths, Path last) {
        return Stream.concat(paths.stream(), Stream.of(last)).toList();
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Writes a file of arguments that contains a class path. Returns the argument that names the file. */
    private String classPath(UnpackedJar member, String name, List<Path> paths) {
        var file = member.folder().resolve("%s-%s".formatted(name, group.key()));
        var content = "-cp \"%s\"\n".formatted(join(paths).replace("\\", "\\\\").replace("\"", "\\\""));
        try {
            // The paths change if the checkout is moved.
            if (!Files.exists(file) || !Files.readString(file).equals(content)) {
                var unfinished = file.resolveSibling("%s.%s".formatted(file.getFileName(), UUID.randomUUID()));
                Files.writeString(unfinished, content);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new LauncherException("%s can't be written: %s".formatted(file, e.getMessage()), e);
        }
        return "@" + file;
    }
}
