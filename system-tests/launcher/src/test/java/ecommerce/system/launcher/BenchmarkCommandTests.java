package ecommerce.system.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecommerce.system.application.ServiceDefinition;
import ecommerce.system.benchmark.Benchmark.Place;
import ecommerce.system.benchmark.BenchmarkSettings;
import ecommerce.system.benchmark.Jit;
import ecommerce.system.benchmark.MeasurementKind;
import ecommerce.system.process.LauncherException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTests {

    @Test
    void measuresEverythingInBothModesByDefault() {
        var command = parse();

        assertThat(command.kinds()).containsExactly(MeasurementKind.values());
        assertThat(command.settings())
                .isEqualTo(new BenchmarkSettings(
                        List.of(Jit.SHIPPED, Jit.FULL),
                        3,
                        16,
                        16,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(20),
                        Duration.ofMillis(40),
                        200_000,
                        false));
        assertThat(command.places()).singleElement().satisfies(place -> {
            assertThat(place.label()).isEqualTo("A");
            assertThat(place.root().resolve("shop")).exists();
            assertThat(place.portOffset()).isEqualTo(12_500);
        });
    }

    @Test
    void runsEachNamedMeasurementOnce() {
        assertThat(parse("start", "catalogue", "reads", "start").kinds())
                .containsExactly(MeasurementKind.READS, MeasurementKind.CATALOGUE, MeasurementKind.START);
    }

    @Test
    void addsAnotherCheckout() {
        assertThat(parse("--against", "/work/other/../base", "--port-offset", "300")
                        .places())
                .last()
                .isEqualTo(new Place("B", Path.of("/work/base"), 1_000));
    }

    @Test
    void givesTheTwoShopsDifferentPorts() {
        var offsets = parse("--against", "/work/base").places().stream()
                .map(Place::portOffset)
                .toList();

        assertThat(offsets.stream().flatMap(BenchmarkCommandTests::ports)).doesNotHaveDuplicates();
    }

    @Test
    void parsesItsOptions() {
        var settings = parse(
                        "--jit=full",
                        "--rounds=1",
                        "--connections=2",
                        "--customers=4",
                        "--warm-up=5",
                        "--seconds=6",
                        "--poll=25",
                        "--products=1000",
                        "--fresh-clone")
                .settings();

        assertThat(settings)
                .isEqualTo(new BenchmarkSettings(
                        List.of(Jit.FULL),
                        1,
                        2,
                        4,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofMillis(25),
                        1_000,
                        true));
    }

    @Test
    void refusesInvalidArguments() {
        assertThatThrownBy(() -> parse("cheese").kinds())
                .isInstanceOf(LauncherException.class)
                .hasMessage("Unknown measurement cheese. Choose from: reads, pages, orders, memory, catalogue, start.");
        assertThatThrownBy(() -> parse("--jit=some").settings())
                .isInstanceOf(LauncherException.class)
                .hasMessage("--jit must be shipped, full or both, not some.");
        assertThatThrownBy(() -> parse("--rounds=0").settings())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> parse("--products=0").settings())
                .isInstanceOf(LauncherException.class)
                .hasMessage("--products must be from 1 to 10,000,000.");
        assertThatThrownBy(() -> parse("--warm-up=-1").settings())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("must not be negative");
    }

    private static Stream<Integer> ports(int offset) {
        return ServiceDefinition.all().stream()
                .flatMap(service -> Stream.of(service.port(offset), service.managementPort(offset)));
    }

    private static BenchmarkCommand parse(String... arguments) {
        var command = new BenchmarkCommand();
        new CommandLine(command).parseArgs(arguments);
        return command;
    }
}
