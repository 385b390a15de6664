package ecommerce.system.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The folder with a shop's data, logs and process ids. */
public record StateDirectory(Path path) {

    private static final String UNFINISHED = ".unfinished";

    /** Returns the folder of the shop with a port offset. */
    public static StateDirectory of(Path root, int portOffset) {
        return new StateDirectory(root.resolve(".shop").resolve(Integer.toString(portOffset)));
    }

    public Path logs() {
        return make(path.resolve("logs"));
    }

    /** Returns the log of a service or of the launcher. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path data() {
        return path.resolve("postgres");
    }

    /** Deletes the unpacked jars that earlier versions of the launcher stored here, 80 MB per process. */
    public void deleteApplications() {
        delete(path.resolve("applications"));
    }

    public void wipeData() {
        delete(data());
    }

    /** Stores the id and start time of a process. The start time is necessary because the system reuses process ids. */
    public void remember(String name, ProcessHandle process) {
        var start = process.info().startInstant().map(Object::toString).orElse("");
        write(processes().resolve(name), "%d %s".formatted(process.pid(), start));
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(processes().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of all processes that were started and not stopped since, including crashed ones. */
    public List<String> remembered() {
        try (var files = Files.list(processes())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a process of that name was started and not stopped since. */
    boolean remembers(String name) {
        return Files.exists(processes().resolve(name));
    }

    /** Returns the stored process; empty if it has ended. */
    public Optional<ProcessHandle> process(String name) {
        var remembered = read(processes().resolve(name));
        if (remembered.isEmpty()) {
            return Optional.empty();
        }
        var words = remembered.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(Object::toString)
                        .orElse("")
                        .equals(words[1]));
    }

    private Path processes() {
        return make(path.resolve("processes"));
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the text of a file; empty if the file doesn't exist. Another launcher may delete the file at any time.
     */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException isForgotten) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file atomically. */
    private static void write(Path file, String text) {
        try {
            var unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and its content. Several launchers can do this concurrently. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new LauncherException("%s can't be deleted: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
