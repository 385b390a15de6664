package ecommerce.system.application;

import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Deletes what earlier builds have left: folders that no process uses and that are older than an hour. Another launcher
 * may be about to use a younger one. If two launchers delete at the same time, one of them can fail; the next unpacking
 * deletes what is left then. Does nothing on systems that hide command lines.
 */
final class UnusedFolders {

    private static final System.Logger log = System.getLogger(UnusedFolders.class.getName());

    private static final Duration SAFE_AGE = Duration.ofHours(1);

    private UnusedFolders() {}

    /** Deletes earlier builds of a service, then the libraries that no build of any service uses. */
    static synchronized void deleteEarlierBuilds(UnpackedJar current) {
        delete(current.builds(), build -> !build.equals(current.folder()));
        try {
            var used = usedLibraries(current.applications());
            delete(
                    current.store(),
                    library -> !used.contains(library.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException e) {
            log.log(Level.INFO, "The libraries of earlier builds are kept: {0}", e.toString());
        }
    }

    /** Deletes the folders in a folder that a condition selects. */
    static synchronized void delete(Path parent, Predicate<Path> condition) {
        try {
            deleteOld(parent, condition);
        } catch (IOException | UncheckedIOException | DirectoryIteratorException | LauncherException e) {
            log.log(Level.INFO, "Not all earlier builds in {0} are deleted: {1}", parent, e.toString());
        }
    }

    private static void deleteOld(Path parent, Predicate<Path> condition) throws IOException {
        if (!Files.isDirectory(parent)
                || ProcessHandle.current().info().commandLine().isEmpty()) {
            return;
        }
        var commands = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        try (var folders = Files.newDirectoryStream(parent, condition::test)) {
            for (var folder : folders) {
                if (isOld(folder) && isUnused(folder, commands)) {
                    delete(folder);
                }
            }
        }
    }

    private static boolean isUnused(Path folder, List<String> commands) {
        return commands.stream().noneMatch(command -> command.contains(folder.toString()));
    }

    /** Returns the folders of the libraries that builds use, including those that are being unpacked. */
    private static Set<String> usedLibraries(Path applications) throws IOException {
        var used = new HashSet<String>();
        try (var services = Files.newDirectoryStream(applications, Files::isDirectory)) {
            for (var service : services) {
                try (var builds = Files.newDirectoryStream(service, Files::isDirectory)) {
                    for (var build : builds) {
                        var list = build.resolve(UnpackedJar.LIBRARY_LIST);
                        if (Files.isRegularFile(list)) {
                            used.addAll(Files.readAllLines(list));
                        }
                    }
                }
            }
        }
        return used;
    }

    static boolean isOld(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder)
                .toInstant()
                .isBefore(Instant.now().minus(SAFE_AGE));
    }

    /** Renames a folder before deleting it, so that no service starts from a half-deleted build. */
    private static void delete(Path folder) throws IOException {
        var leaving = folder.resolveSibling("deleted-%s-%s".formatted(UUID.randomUUID(), folder.getFileName()));
        try {
            Files.move(folder, leaving);
            StateDirectory.delete(leaving);
        } catch (NoSuchFileException anotherLauncherWasFaster) {
            StateDirectory.delete(leaving);
        }
    }
}
