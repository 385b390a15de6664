package ecommerce.system.application;

import ecommerce.system.process.ForegroundProcess;
import ecommerce.system.process.LauncherException;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar, unpacked by Spring Boot's jar mode tools. Each build has its own folder, which never changes, and
 * all shops of a checkout run from it. An unpacked service starts faster. It also loads its classes without the locks
 * of nested jars, which can deadlock virtual threads under load.
 *
 * @param packed the jar that Maven built
 * @param folder the folder of the unpacked jar; its name is a checksum of the jar's content
 */
public record UnpackedJar(Path packed, Path folder) {

    /**
     * Finds the folder of a jar, but doesn't unpack the jar.
     *
     * @param applications the folder of all unpacked jars
     * @throws LauncherException if the jar hasn't been built
     */
    public static UnpackedJar of(Path packed, Path applications) {
        var name = packed.getFileName().toString().replaceFirst("-[0-9.]+\\.jar$", "");
        return new UnpackedJar(packed, applications.resolve(name).resolve(checksum(packed)));
    }

    /** Returns the jar to run. */
    public Path jar() {
        return folder.resolve(packed.getFileName());
    }

    /** Returns the jars that contain the service's classes, settings and migrations. */
    public List<Path> ownJars() {
        var defaults = packed.getFileName().toString().replaceFirst("^.*(-[0-9.]+\\.jar)$", "service-defaults$1");
        return List.of(jar(), folder.resolve("lib").resolve(defaults));
    }

    /** Unpacks the jar if that hasn't been done yet. Several launchers and threads can do this concurrently. */
    public void unpack() {
        if (!Files.exists(jar())) {
            extract();
            deleteEarlierBuilds();
        }
    }

    private void extract() {
        var unfinished = folder.resolveSibling("%s.%s".formatted(folder.getFileName(), UUID.randomUUID()));
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
                        "--destination",
                        unfinished.toString()));
        try {
            Files.move(unfinished, folder);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            StateDirectory.delete(unfinished);
        } catch (IOException e) {
            throw new LauncherException("%s can't be unpacked: %s".formatted(packed, e.getMessage()), e);
        }
    }

    /** Deletes earlier builds that no process uses. Does nothing on systems that hide command lines. */
    private void deleteEarlierBuilds() {
        if (ProcessHandle.current().info().commandLine().isEmpty()) {
            return;
        }
        var commands = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        try (var builds = Files.newDirectoryStream(folder.getParent(), build -> !build.equals(folder))) {
            for (var build : builds) {
                if (isOld(build) && commands.stream().noneMatch(command -> command.contains(build.toString()))) {
                    delete(build);
                }
            }
        } catch (IOException e) {
            throw new LauncherException("%s can't be read: %s".formatted(folder.getParent(), e.getMessage()), e);
        }
    }

    /** Returns whether a build is older than an hour. Another launcher may be about to start a more recent build. */
    private static boolean isOld(Path build) throws IOException {
        return Files.getLastModifiedTime(build)
                .toInstant()
                .isBefore(Instant.now().minus(Duration.ofHours(1)));
    }

    /** Renames a build before deleting it, so that no service starts from a half-deleted build. */
    private static void delete(Path build) throws IOException {
        var leaving = build.resolveSibling("deleted-%s-%s".formatted(UUID.randomUUID(), build.getFileName()));
        try {
            Files.move(build, leaving);
            StateDirectory.delete(leaving);
        } catch (NoSuchFileException anotherLauncherWasFaster) {
            StateDirectory.delete(leaving);
        }
    }

    /** Returns a checksum of the entries' names, sizes and checksums. They are all in the jar's central directory. */
    private static String checksum(Path jar) {
        var checksum = new CRC32();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(entry -> "%s %d %d\n".formatted(entry.getName(), entry.getSize(), entry.getCrc()))
                    .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new LauncherException("%s can't be read; build it first: %s".formatted(jar, e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new LauncherException("%s can't be read: %s".formatted(jar, e.getMessage()), e);
        }
        return HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }
}
