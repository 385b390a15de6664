package ecommerce.system.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopProcessesTests {

    private static final ProcessHandle LIVING = ProcessHandle.current();

    @TempDir
    private Path root;

    @Test
    void findsTheRunningProcessesInTheStateFolder() throws IOException {
        var folder = Files.createDirectories(root.resolve(".shop/100/processes"));
        Files.writeString(
                folder.resolve("postgres"),
                content(LIVING.info().startInstant().orElseThrow().toString()));
        Files.writeString(folder.resolve("order-service"), content("2001-02-03T04:05:06.070Z"));

        assertThat(new ShopProcesses(StateDirectory.of(root, 100)).living()).isEqualTo(Map.of("postgres", LIVING));
    }

    @Test
    void findsNoProcessesOfAShopThatHasNeverRun() {
        assertThat(new ShopProcesses(StateDirectory.of(root, 100)).living()).isEmpty();
    }

    @Test
    void countsTheShopTheDriverAndOtherProcesses() {
        var state = StateDirectory.of(root, 100);
        state.remember("product-service", LIVING);

        var times = new ShopProcesses(state).times(Map.of("nginx", LIVING)).sinceStart();

        assertThat(times).containsOnlyKeys("driver", "nginx", "product-service");
        assertThat(times.values()).allMatch(Duration::isPositive);
    }

    @Test
    void readsTheMemoryOfEachProcess() {
        var state = StateDirectory.of(root, 100);
        state.remember("product-service", LIVING);

        assertThat(new ShopProcesses(state).memory()).containsOnlyKeys("product-service");
    }

    private static String content(String start) {
        return "%d %s".formatted(LIVING.pid(), start);
    }
}
