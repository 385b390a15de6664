package ecommerce.system.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecommerce.system.application.AotCache;
import ecommerce.system.application.Compilation;
import ecommerce.system.application.Instance;
import ecommerce.system.application.ServiceCommand;
import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.application.UnpackedJar;
import ecommerce.system.process.StateDirectory;
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
import org.junit.jupiter.api.io.TempDir;

/** Tests the training with the service that starts fastest. */
class AotTrainingIT {

    private static final ServiceDefinition SERVICE = ServiceDefinition.SERVICE_DISCOVERY;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int OFFSET = 16_400;
    private static final Map<String, String> ALONE = Map.of("SPRING_CLOUD_CONFIG_ENABLED", "false");

    @TempDir
    private Path folder;

    private StateDirectory state;
    private UnpackedJar jar;
    private AotCache cache;

    @BeforeEach
    void unpack() {
        state = new StateDirectory(folder.resolve("state"));
        jar = UnpackedJar.of(SERVICE.jar(ROOT), folder.resolve("applications"));
        cache = new AotCache(SERVICE, jar);
        jar.unpack();
    }

    @Test
    void makesACacheThatTheServiceStartsWith() throws Exception {
        assertThat(cache.existing()).isEmpty();

        training().make(cache);

        assertThat(cache.existing()).isPresent();
        assertThat(jar.folder()).isDirectoryNotContaining("glob:**unfinished*");
        assertThat(startsOnlyWithTheCache(Compilation.TIERED)).isZero();
        assertThat(startsOnlyWithTheCache(Compilation.QUICK)).isZero();
    }

    @Test
    void makesNoCacheIfTheTrainingIsStopped() throws Exception {
        var training = training();
        var making = CompletableFuture.runAsync(() -> training.make(cache));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state.process(AotTraining.PROCESS).isPresent());

        training.stop();

        assertThat(making).succeedsWithin(Duration.ofSeconds(30));
        assertThat(cache.existing()).isEmpty();
        assertThat(jar.folder()).isDirectoryNotContaining("glob:**unfinished*");
        assertThat(state.process(AotTraining.PROCESS)).isEmpty();
    }

    @Test
    void unpacksABuildOnceAndDeletesEarlierOnes() throws Exception {
        var earlier =
                Files.createDirectories(jar.folder().resolveSibling("earlier")).resolve("any.jar");
        Files.writeString(earlier, "");
        var unpacked = Files.getLastModifiedTime(jar.jar());

        jar.unpack();

        assertThat(Files.getLastModifiedTime(jar.jar())).isEqualTo(unpacked);
        assertThat(earlier).exists();
        Files.setLastModifiedTime(
                earlier.getParent(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var young = Files.createDirectories(jar.folder().resolveSibling("young"));
        StateDirectory.delete(jar.folder());
        jar.unpack();
        assertThat(jar.jar()).exists();
        assertThat(earlier.getParent()).doesNotExist();
        assertThat(young).as("another launcher may be about to use it").exists();
    }

    private AotTraining training() {
        return new AotTraining(List.of(cache), ROOT.resolve("infra/docker/aot-training.yml"), state, said -> {});
    }

    /**
     * Starts the service with {@code AOTMode=on} and returns the exit code. A JVM that can't use its cache then exits
     * with 1.
     */
    private int startsOnlyWithTheCache(Compilation compilation) throws Exception {
        var command = new ArrayList<>(ServiceCommand.of(SERVICE, compilation, cache.existing(), jar.jar()));
        command.addAll(1, List.of("-XX:AOTMode=on", "-Dspring.context.exit=onRefresh"));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(ServiceCommand.environment(Instance.first(SERVICE), OFFSET, ALONE));
        return builder.start().waitFor();
    }
}
