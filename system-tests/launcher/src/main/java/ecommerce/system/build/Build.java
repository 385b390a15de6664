package ecommerce.system.build;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Builds the jars that are missing or outdated. The launcher stores a fingerprint of the sources beside each jar and
 * compares it. It can't compare the jar's date, because reproducible builds set a fixed date.
 */
public final class Build {

    private final Path root;
    private final Path log;

    public Build(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    /** Builds all outdated jars. Returns the names of the services that it has built. */
    public List<String> run() {
        var stale = ServiceDefinition.all().stream().filter(this::isStale).toList();
        if (!stale.isEmpty()) {
            build(stale.stream().map(ServiceDefinition::serviceName).toList());
            stale.forEach(service -> write(stamp(service), fingerprint(service)));
        }
        return stale.stream().map(ServiceDefinition::serviceName).toList();
    }

    public boolean isStale(ServiceDefinition service) {
        return !Files.exists(service.jar(root))
                || !Files.exists(stamp(service))
                || !read(stamp(service)).equals(fingerprint(service));
    }

    private void build(List<String> modules) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<>(List.of(
                root.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                "--batch-mode",
                "--projects",
                String.join(",", modules),
                "--also-make",
                "-DskipTests",
                "-DskipChecks",
                "package"));
        try {
            var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var process = builder.redirectOutput(log.toFile()).start();
            if (process.waitFor() != 0) {
                throw new LauncherException("The build failed; its log is %s.".formatted(log));
            }
        } catch (IOException e) {
            throw new LauncherException("Maven can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The build was interrupted.", e);
        }
    }

    private Path stamp(ServiceDefinition service) {
        return root.resolve(service.serviceName()).resolve("target").resolve("shop-build.stamp");
    }

    /** Returns a checksum of the names, sizes and dates of the files that a service's jar is built from. */
    private String fingerprint(ServiceDefinition service) {
        var inputs = new ArrayList<>(List.of(
                "pom.xml",
                "service-defaults/pom.xml",
                "service-defaults/src/main",
                "service-defaults/database/pom.xml",
                "service-defaults/database/src/main",
                "service-defaults/startup/pom.xml",
                "service-defaults/startup/src/main",
                service.serviceName() + "/pom.xml",
                service.serviceName() + "/src/main"));
        if (service.equals(ServiceDefinition.USER_SERVICE)) {
            inputs.add("infra/services.json");
        }
        if (service.equals(ServiceDefinition.PROXY_CLIENT)) {
            inputs.add("docs/runbooks.md");
        }
        var checksum = new CRC32();
        inputs.stream()
                .map(root::resolve)
                .flatMap(Build::files)
                .sorted()
                .forEach(file -> checksum.update(describe(file)));
        return HexFormat.of().toHexDigits(checksum.getValue());
    }

    private static Stream<Path> files(Path path) {
        try (var found = Files.find(path, Integer.MAX_VALUE, (file, attributes) -> attributes.isRegularFile())) {
            return found.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] describe(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return "%s %d %s\n"
                    .formatted(root.relativize(file), attributes.size(), attributes.lastModifiedTime())
                    .getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
