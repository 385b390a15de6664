package ecommerce.system.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.application.AotCache;
import ecommerce.system.application.Applications;
import ecommerce.system.application.Compilation;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceCommand;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.application.UnpackedJar;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(AotTrainingExtension.class)
class AotTrainingIT {

    /** Starts fastest, and shares its libraries with no other service. */
    private static final ServiceDefinition SERVICE = ServiceDefinition.SERVICE_DISCOVERY;

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int OFFSET = 16_400;
    private static final Map<String, String> ALONE = Map.of("SPRING_CLOUD_CONFIG_ENABLED", "false");

    @TempDir
    private Path folder;

    private StateDirectory state;
    private Applications applications;
    private UnpackedJar jar;

    @BeforeEach
    void unpack() {
        state = new StateDirectory(folder.resolve("state"));
        applications = applications(Compilation.TIERED);
        jar = applications.unpacked(SERVICE);
    }

    @Test
    void makesACacheThatTheServiceStartsWith() throws Exception {
        var cache = applications.cache(SERVICE);
        assertThat(cache.services()).containsExactly(SERVICE);
        assertThat(cache.existing()).isEmpty();

        training(cache).make(cache);

        assertThat(cache.existing()).isPresent();
        assertThat(cache.folder()).isDirectoryNotContaining("glob:**unfinished*");
        assertThat(state.log(AotTraining.PROCESS)).content().doesNotContain("lacks a class");
        assertThat(startsOnlyWithTheCache(SERVICE, applications)).isZero();
        assertThat(startsOnlyWithTheCache(SERVICE, applications(Compilation.QUICK)))
                .isZero();
    }

    @Test
    void makesOneCacheForServicesWithTheSameLibraries() throws Exception {
        var trained = new Applications(ROOT, Compilation.QUICK);
        var cache = trained.cache(ServiceDefinition.SHIPPING_SERVICE);

        assertThat(cache.services()).contains(ServiceDefinition.ORDER_SERVICE, ServiceDefinition.PRODUCT_SERVICE);
        assertThat(cache.existing()).isPresent();
        assertThat(startsOnlyWithTheCache(ServiceDefinition.SHIPPING_SERVICE, trained))
                .isZero();
        assertThat(startsOnlyWithTheCache(ServiceDefinition.PRODUCT_SERVICE, trained))
                .isZero();
    }

    @Test
    void keepsTheFilesOfAnotherTraining() throws Exception {
        var cache = applications.cache(SERVICE);
        var another = Files.writeString(cache.unfinished(), "");
        var killed = Files.writeString(cache.unfinished(), "");
        makeOld(killed);

        cache.discard(cache.unfinished());

        assertThat(another).exists();
        assertThat(killed).doesNotExist();
    }

    @Test
    void makesNoCacheIfTheTrainingIsStopped() throws Exception {
        var cache = applications.cache(SERVICE);
        var training = training(cache);
        var making = CompletableFuture.runAsync(() -> training.make(cache));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state.process(AotTraining.PROCESS).isPresent());

        training.stop();

        assertThat(making).succeedsWithin(Duration.ofSeconds(30));
        assertThat(cache.existing()).isEmpty();
        assertThat(cache.folder()).isDirectoryNotContaining("glob:**unfinished*");
        assertThat(state.process(AotTraining.PROCESS)).isEmpty();
    }

    @Test
    void unpacksABuildOnceAndDeletesEarlierOnes() throws Exception {
        var earlier = Files.createDirectories(jar.folder().resolveSibling("earlier"));
        var library = Files.createDirectories(folder.resolve("applications/libraries/00000000"));
        Files.writeString(earlier.resolve("libraries"), "00000000");
        var unpacked = Files.getLastModifiedTime(jar.jar());

        jar.unpack();

        assertThat(Files.getLastModifiedTime(jar.jar())).isEqualTo(unpacked);
        assertThat(earlier).exists();
        makeOld(library);
        unpackAnew();
        assertThat(library).as("a build uses it").exists();
        makeOld(earlier);
        var young = Files.createDirectories(jar.folder().resolveSibling("young"));
        unpackAnew();
        assertThat(jar.jar()).exists();
        assertThat(earlier).doesNotExist();
        assertThat(library).doesNotExist();
        assertThat(young).as("another launcher may be about to use it").exists();
    }

    @Test
    void keepsTheLibrariesThatABuildShares() throws Exception {
        var libraries = jar.libraries().stream().map(jar::path).toList();
        var file = Files.getAttribute(libraries.getFirst(), "unix:ino");

        unpackAnew();

        assertThat(libraries)
                .isNotEmpty()
                .allSatisfy(library -> assertThat(library).exists());
        assertThat(Files.getAttribute(libraries.getFirst(), "unix:ino")).isEqualTo(file);
        assertThat(jar.folder().resolve("lib")).doesNotExist();
    }

    @Test
    void unpacksABuildAnewIfALibraryIsMissing() throws Exception {
        var library = jar.path(jar.libraries().getFirst());
        Files.delete(library);

        jar.unpack();

        assertThat(library).exists();
    }

    private void unpackAnew() {
        StateDirectory.delete(jar.folder());
        jar.unpack();
    }

    private static void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    private Applications applications(Compilation compilation) {
        return new Applications(ROOT, folder.resolve("applications"), compilation);
    }

    private AotTraining training(AotCache cache) {
        return new AotTraining(List.of(cache), applications.trainingSettings(), state, said -> {});
    }

    /**
     * Starts the service with {@code AOTMode=on} and returns the exit code. A JVM that can't use its cache then exits
     * with 1.
     */
    private int startsOnlyWithTheCache(ServiceDefinition service, Applications trained) throws Exception {
        var command = new ArrayList<>(trained.command(service));
        command.addAll(
                1,
                List.of(
                        "-XX:AOTMode=on",
                        "-Dspring.context.exit=onRefresh",
                        "-Dspring.config.additional-location="
                                + applications.trainingSettings().toUri()));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(ServiceCommand.environment(Instance.first(service), OFFSET, ALONE));
        return builder.start().waitFor();
    }
}
