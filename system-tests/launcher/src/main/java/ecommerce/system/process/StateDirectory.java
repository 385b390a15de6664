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

/** What one running shop leaves on disk: its data, its logs and who its processes are. */
public record StateDirectory(Path path) {

    private static final String UNFINISHED = ".unfinished";

    /** The place for a shop whose ports are moved by so much. */
    public static StateDirectory of(Path root, int portOffset) {
        return new StateDirectory(root.resolve(".shop").resolve(Integer.toString(portOffset)));
    }

    public Path logs() {
        return make(path.resolve("logs"));
    }

    /** The log of a service, or of the launcher itself. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path data() {
        return path.resolve("postgres");
    }

    /** Deletes the unpacked jars that earlier versions of the launcher kept here, 80 MB for each process. */
    public void deleteApplications() {
        delete(path.resolve("applications"));
    }

    public void wipeData() {
        delete(data());
    }

    /** Remembers a process by its number and its start, for a number alone may be another's by tomorrow. */
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

    /** The names of all processes that were started and not stopped since, alive or not. */
    public List<String> remembered() {
        try (var files = Files.list(processes())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a process of that name was started and not stopped since. */
    boolean remembers(String name) {
        return Files.exists(processes().resolve(name));
    }

    /** The remembered process, if it is alive and the same. */
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

    /** The text of a file; empty if there is none, which may be so from one moment to the next. */
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

    /** Deletes a folder and all that is in it. Another launcher may do the same. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new LauncherException("%s can't be wiped: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
