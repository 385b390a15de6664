package ecommerce.system.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.process.FakeService;
import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands as processes in a separate checkout, with ports that no other test uses. */
class ShopCommandTests {

    private static final String OFFSET = "--port-offset=40000";

    @TempDir
    private Path folder;

    private Path checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.createDirectories(checkout.resolve("system-tests"));
        Files.writeString(checkout.resolve("mvnw"), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fly", "status --loudly", "up --timeout=soon", "status --port-offset=some", "start"})
    void printsTheUsageForAnInvalidCommand(String arguments) throws Exception {
        var result = shop(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).contains("Usage: shop").doesNotContain("\tat ");
    }

    @Test
    void printsTheUsageOfACommandOnRequest() throws Exception {
        var result = shop("torture", "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).contains("Usage: shop torture", "--seed", "--help");
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void listsTheCommandsIfNoneIsGiven() throws Exception {
        var result = shop();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors())
                .contains("up", "down", "status", "logs", "start", "stop", "restart", "torture", "benchmark");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 49_001})
    void refusesAnOffsetOutOfRange(int offset) throws Exception {
        var result = shop("status", "--port-offset=" + offset);

        assertThat(result).isEqualTo(failure("--port-offset must be from 0 to 49000."));
    }

    @Test
    void showsThatAShopIsStopped() throws Exception {
        var result = shop("status", OFFSET);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).isEmpty();
        assertThat(result.output().lines())
                .hasSize(ServiceDefinition.all().size() + 1)
                .allMatch(line -> line.matches("\\S+ +stopped +- +pid - +port \\d+"))
                .anyMatch(line -> line.startsWith("product-service ") && line.endsWith(" port 48082"))
                .anyMatch(line -> line.startsWith("postgres ") && line.endsWith(" port 55432"));
    }

    @Test
    void showsTheLastLinesOfACrashedService() throws Exception {
        var state = StateDirectory.of(checkout, 40_000);
        var died = FakeService.builder().start();
        state.remember("product-service", died.toHandle());
        Files.writeString(state.log("product-service"), "Started\nOut of memory\n");
        died.destroyForcibly().waitFor();

        var result = shop("status", OFFSET);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .containsPattern("product-service +died")
                .contains("product-service.log", "    Out of memory");
        assertThat(result.output()).containsPattern("order-service +stopped");
    }

    @Test
    void stopsAShopThatDoesNotRun() throws Exception {
        var result = shop("down", OFFSET);

        assertThat(result).isEqualTo(new Result(0, "The shop is down.", ""));
    }

    @Test
    void stopsTheProcessesOfAKilledLauncher() throws Exception {
        var left = FakeService.builder().start();
        try {
            StateDirectory.of(checkout, 40_000).remember("product-service-2", left.toHandle());

            assertThat(shop("down", OFFSET).exitCode()).isZero();
            assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            left.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "restart"})
    void refusesToStartOrStopAServiceIfTheShopDoesNotRun(String command) throws Exception {
        var result = shop(command, "product-service", OFFSET);

        assertThat(result).isEqualTo(failure("This shop isn't running. Start it with ./shop up."));
    }

    @Test
    void refusesAnUnknownService() throws Exception {
        assertThat(shop("restart", "cheese-service", OFFSET)).isEqualTo(failure("Unknown service cheese-service."));
    }

    @Test
    void refusesToStartARunningShop() throws Exception {
        StateDirectory.of(checkout, 40_000).remember("launcher", ProcessHandle.current());

        assertThat(shop("up", OFFSET)).isEqualTo(failure("This shop is already running. See ./shop status."));
    }

    @Test
    void showsTheLogOfAService() throws Exception {
        assertThat(shop("logs", "product-service", OFFSET)).isEqualTo(failure("There is no log of product-service."));

        Files.writeString(StateDirectory.of(checkout, 40_000).log("product-service"), "Started\n");

        assertThat(shop("logs", "product-service", OFFSET)).isEqualTo(new Result(0, "Started", ""));
    }

    @Test
    void findsItsCheckoutFromInsideAndFailsOutside() throws Exception {
        assertThat(shopIn(checkout.resolve("system-tests"), "down", OFFSET).exitCode())
                .isZero();
        assertThat(checkout.resolve(".shop").resolve("40000")).isDirectory();

        assertThat(shopIn(folder, "down", OFFSET))
                .isEqualTo(failure("The working folder is not inside a checkout of the shop."));
    }

    private Result shop(String... arguments) throws IOException, InterruptedException {
        return shopIn(checkout, arguments);
    }

    private Result shopIn(Path workingFolder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ShopCommand.class.getName()));
        command.addAll(List.of(arguments));
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Result(
                process.exitValue(),
                Files.readString(output).strip(),
                Files.readString(errors).strip());
    }

    private static Result failure(String sentence) {
        return new Result(1, "", sentence);
    }

    private record Result(int exitCode, String output, String errors) {}
}
