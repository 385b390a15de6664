package ecommerce.system.application;

import ecommerce.system.process.ForegroundProcess;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar, unpacked by Spring Boot's jar mode tools. Each build has its own folder, which never changes, and
 * all shops of a checkout run from it. All builds share the libraries. An unpacked service starts faster. It also loads
 * its classes without the locks of nested jars, which can deadlock virtual threads under load.
 *
 * @param packed the jar that Maven built
 * @param applications the folder of all unpacked jars
 * @param checksum a checksum of the jar's content
 * @param libraries the service's libraries in the order of its class path
 */
public record UnpackedJar(Path packed, Path applications, String checksum, List<Library> libraries) {

    /** In the folder of each build: the names of the folders of the libraries that the build uses. */
    static final String LIBRARY_LIST = "libraries";

    /** Part of each checksum, because the folders of earlier versions had other content. */
    private static final String LAYOUT = "shared libraries";

    /**
     * Finds the folder of a jar, but doesn't unpack the jar.
     *
     * @param applications the folder of all unpacked jars
     * @throws LauncherException if the jar hasn't been built
     */
    public static UnpackedJar of(Path packed, Path applications) {
        try {
            var libraries = Library.of(packed);
            if (libraries.isEmpty()) {
                throw new LauncherException("%s isn't complete; build it first.".formatted(packed));
            }
            return new UnpackedJar(packed, applications, checksum(packed), libraries);
        } catch (IOException e) {
            throw new LauncherException("%s can't be read; build it first: %s".formatted(packed, e.getMessage()), e);
        }
    }

    String serviceName() {
        return packed.getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", "");
    }

    /** Returns the folder of the service's builds. */
    Path builds() {
        return applications.resolve(serviceName());
    }

    /** Returns the folder of this build, with the service's own classes. */
    public Path folder() {
        return builds().resolve(checksum);
    }

    /** Returns the folder of the libraries of all services. */
    Path store() {
        return applications.resolve("libraries");
    }

    /** Returns the jar with the service's own classes. */
    public Path jar() {
        return folder().resolve(packed.getFileName());
    }

    /** Returns the file of a library. */
    public Path path(Library library) {
        return library.path(store());
    }

    /** Returns the jars that contain the shop's classes, settings and migrations. */
    public List<Path> ownJars() {
        return Stream.concat(
                        Stream.of(jar()),
                        libraries.stream()
                                .filter(library -> library.fileName().startsWith("service-defaults-"))
                                .map(this::path))
                .toList();
    }

    /**
     * Returns the class that starts the service, as the unpacked jar names it.
     *
     * @throws LauncherException if the jar can't be read
     */
    String mainClass() {
        try (var file = new JarFile(jar().toFile())) {
            return file.getManifest().getMainAttributes().getValue("Main-Class");
        } catch (IOException e) {
            throw new LauncherException("%s can't be read: %s".formatted(jar(), e.getMessage()), e);
        }
    }

    /** Unpacks the jar if that hasn't been done yet. Several launchers and threads can do this concurrently. */
    public void unpack() {
        if (!isUnpacked()) {
            try {
                extract();
                UnusedFolders.deleteEarlierBuilds(this);
            } catch (IOException e) {
                throw new LauncherException("%s can't be unpacked: %s".formatted(packed, e.getMessage()), e);
            }
        }
    }

    private boolean isUnpacked() {
        return Files.exists(jar()) && libraries.stream().map(this::path).allMatch(Files::exists);
    }

    private void extract() throws IOException {
        var unfinished = builds().resolve("%s.%s".formatted(checksum, UUID.randomUUID()));
        Files.createDirectories(unfinished);
        Files.write(
                unfinished.resolve(LIBRARY_LIST),
                libraries.stream()
                        .map(library -> library.folder(store()).getFileName().toString())
                        .toList());
        ForegroundProcess.run(
                "Unpacking " + packed,
                List.of(
                        ServiceCommand.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        packed.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unfinished.toString()));
        if (!of(packed, applications).equals(this)) {
            StateDirectory.delete(unfinished);
            throw new LauncherException("%s was rebuilt while it was unpacked; try again.".formatted(packed));
        }
        var extracted = unfinished.resolve("lib");
        for (var library : libraries) {
            keep(extracted.resolve(library.fileName()), library);
        }
        StateDirectory.delete(extracted);
        try {
            Files.move(unfinished, folder());
        } catch (FileSystemException e) {
            StateDirectory.delete(unfinished);
            // Another launcher or thread may have been faster.
            if (!isUnpacked()) {
                throw e;
            }
        }
    }

    /** Keeps a library that another build has stored: the JVM rejects a cache if the file of a library has changed. */
    private void keep(Path extracted, Library library) throws IOException {
        var libraryFolder = Files.createDirectories(library.folder(store()));
        Files.setLastModifiedTime(libraryFolder, FileTime.from(Instant.now()));
        if (!Files.exists(path(library))) {
            Files.move(extracted, path(library), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Returns a checksum of the entries' names, sizes and checksums. They are all in the jar's central directory. */
    private static String checksum(Path jar) throws IOException {
        var checksum = new CRC32();
        checksum.update(LAYOUT.getBytes(StandardCharsets.UTF_8));
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> "%s %d %d\n".formatted(entry.getName(), entry.getSize(), entry.getCrc()))
                    .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }
}
