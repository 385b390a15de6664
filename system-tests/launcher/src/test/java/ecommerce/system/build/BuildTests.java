package ecommerce.system.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses a checkout with a fake Maven that creates empty jars and prints its arguments. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The fake Maven is a shell script")
class BuildTests {

    private static final ServiceDefinition SERVICE = ServiceDefinition.PRODUCT_SERVICE;
    private static final String SOURCE = "product-service/src/main/java/Product.java";
    private static final String MAVEN = """
            #!/bin/sh
            echo "with $JAVA_HOME: $*"
            for module in *-*/; do
                mkdir -p "$module/target"
                touch "$module/target/${module%/}-0.1.0.jar"
            done
            """;

    @TempDir
    private Path root;

    private Path log;
    private Build build;

    @BeforeEach
    void makeCheckout() throws IOException {
        write("pom.xml", "<project/>");
        write("infra/services.json", "{}");
        write("docs/runbooks.md", "# Runbooks");
        write("service-defaults/pom.xml", "<project/>");
        write("service-defaults/src/main/java/Defaults.java", "class Defaults {}");
        write("service-defaults/database/pom.xml", "<project/>");
        write("service-defaults/database/src/main/resources/logins.sql", "");
        write("service-defaults/startup/pom.xml", "<project/>");
        write("service-defaults/startup/src/main/java/Startup.java", "class Startup {}");
        for (var service : ServiceDefinition.all()) {
            write(service.serviceName() + "/pom.xml", "<project/>");
            write(service.serviceName() + "/src/main/java/Main.java", "class Main {}");
        }
        write(SOURCE, "class Product {}");
        maven(MAVEN);
        log = root.resolve("build.log");
        build = new Build(root, log);
    }

    @Test
    void buildsWhatHasNeverBeenBuilt() {
        assertThat(ServiceDefinition.all()).allMatch(build::isStale);

        var built = build.run();

        assertThat(built)
                .containsExactlyElementsOf(ServiceDefinition.all().stream()
                        .map(ServiceDefinition::serviceName)
                        .toList());
        assertThat(ServiceDefinition.all()).noneMatch(build::isStale);
        assertThat(log)
                .content()
                .contains("with " + System.getProperty("java.home"), String.join(",", built), "package");
    }

    @Test
    void buildsNothingThatIsUnchanged() throws IOException {
        build.run();
        Files.delete(log);

        assertThat(build.run()).isEmpty();
        assertThat(log).doesNotExist();
        assertThat(new Build(root, log).isStale(SERVICE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product-service-0.1.0.jar", "shop-build.stamp"})
    void treatsAServiceWithoutItsJarOrStampAsStale(String missing) throws IOException {
        build.run();

        Files.delete(root.resolve("product-service/target").resolve(missing));

        assertThat(build.isStale(SERVICE)).isTrue();
        assertThat(build.isStale(ServiceDefinition.ORDER_SERVICE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {SOURCE, "product-service/src/main/java/New.java", "product-service/pom.xml"})
    void buildsOnlyTheServiceThatHasChanged(String changed) throws IOException {
        build.run();

        write(changed, "something else than before");

        assertThat(build.isStale(SERVICE)).isTrue();
        assertThat(build.run()).containsExactly("product-service");
        assertThat(log).content().contains("--projects product-service --also-make");
    }

    @Test
    void detectsAChangeThatKeepsTheSize() throws IOException {
        build.run();

        Files.setLastModifiedTime(root.resolve(SOURCE), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(build.isStale(SERVICE)).isTrue();
    }

    @Test
    void detectsADeletedSource() throws IOException {
        build.run();

        Files.delete(root.resolve(SOURCE));

        assertThat(build.isStale(SERVICE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "service-defaults/pom.xml",
                "service-defaults/src/main/java/Defaults.java",
                "service-defaults/database/src/main/resources/logins.sql",
                "service-defaults/startup/src/main/java/Startup.java"
            })
    void treatsAllServicesAsStaleAfterASharedFileHasChanged(String shared) throws IOException {
        build.run();

        write(shared, "something else than before");

        assertThat(ServiceDefinition.all()).allMatch(build::isStale);
    }

    @Test
    void buildsUserServiceIfTheListOfServicesHasChanged() throws IOException {
        build.run();

        write("infra/services.json", "{\"services\": []}");

        assertThat(build.run()).containsExactly("user-service");
    }

    @Test
    void buildsProxyClientIfTheRunbooksHaveChanged() throws IOException {
        build.run();

        write("docs/runbooks.md", "# Runbooks for alerts");

        assertThat(build.run()).containsExactly("proxy-client");
    }

    @Test
    void ignoresTests() throws IOException {
        build.run();

        write("product-service/src/test/java/ProductTests.java", "class ProductTests {}");

        assertThat(build.isStale(SERVICE)).isFalse();
    }

    @Test
    void namesTheLogOfAFailedBuildAndKeepsServicesStale() throws IOException {
        maven(MAVEN + "exit 1\n");

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(build::run)
                .withMessage("The build failed; its log is %s.", log);
        assertThat(ServiceDefinition.all()).allMatch(build::isStale);
    }

    private void maven(String script) throws IOException {
        write("mvnw", script);
        assertThat(root.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
