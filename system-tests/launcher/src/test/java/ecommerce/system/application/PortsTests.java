package ecommerce.system.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ecommerce.system.process.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTests {

    private static final int BACKLOG = 1;
    private static final List<Instance> ONE_EACH =
            ServiceDefinition.all().stream().map(Instance::first).toList();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 40_000, 49_000})
    void givesEachProcessItsOwnPort(int offset) {
        assertThat(Ports.of(offset, ONE_EACH))
                .hasSize(2 * ServiceDefinition.all().size() + 1)
                .containsEntry("the database", 15432 + offset)
                .containsEntry("product-service", 8082 + offset)
                .containsEntry("product-service's management", 9082 + offset);
        assertThat(Ports.of(offset, ONE_EACH).values())
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(1024, 65_535));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the database", "api-gateway", "product-service", "proxy-client's management"})
    void namesAPortInUseAndItsService(String owner) throws IOException {
        var offset = freeOffset();
        var port = Ports.of(offset, ONE_EACH).get(owner);

        try (var other = new ServerSocket(port)) {
            assertThatExceptionOfType(LauncherException.class)
                    .isThrownBy(() -> Ports.requireFree(offset, ONE_EACH))
                    .withMessage(
                            "Port %d of %s is in use. Stop the process that uses it, or choose another --port-offset.",
                            other.getLocalPort(), owner);
        }
    }

    @ParameterizedTest
    @MethodSource("ecommerce.system.application.ServiceDefinition#all")
    void givesReplicasTheirOwnPorts(ServiceDefinition service) {
        var all = Stream.concat(
                        ONE_EACH.stream(),
                        IntStream.rangeClosed(2, 3).mapToObj(number -> new Instance(service, number)))
                .toList();

        assertThat(Ports.of(0, all).values()).hasSize(2 * all.size() + 1).doesNotHaveDuplicates();
    }

    @Test
    void acceptsFreePorts() {
        var offset = freeOffset();

        assertThatNoException().isThrownBy(() -> Ports.requireFree(offset, ONE_EACH));
    }

    @Test
    void detectsAListenerOnTheLoopbackAddress() throws IOException {
        try (var other = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isTaken(other.getLocalPort())).isTrue();
        }
    }

    @Test
    void treatsAPortAsFreeAfterItsListenerHasClosed() throws IOException {
        var other = new ServerSocket(freeOffset() + ServiceDefinition.API_GATEWAY.port(0));
        assertThat(Ports.isTaken(other.getLocalPort())).isTrue();

        other.close();

        assertThat(Ports.isTaken(other.getLocalPort())).isFalse();
    }

    /** Finds an offset whose ports are free, far from those of other shops and below those of outgoing connections. */
    private static int freeOffset() {
        return IntStream.iterate(19_000, offset -> offset < 22_000, offset -> offset + 50)
                .filter(offset -> Ports.of(offset, ONE_EACH).values().stream().noneMatch(Ports::isTaken))
                .findFirst()
                .orElseThrow();
    }
}
