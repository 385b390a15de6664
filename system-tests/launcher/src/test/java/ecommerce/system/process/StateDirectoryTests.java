package ecommerce.system.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTests {

    private static final ProcessHandle LIVING = ProcessHandle.current();

    @TempDir
    private Path root;

    private StateDirectory state;

    @BeforeEach
    void openState() {
        state = StateDirectory.of(root, 100);
    }

    @Test
    void storesARunningProcess() {
        state.remember("product-service", LIVING);

        assertThat(state.process("product-service")).contains(LIVING);
        assertThat(StateDirectory.of(root, 100).process("product-service")).contains(LIVING);
    }

    @Test
    void findsNoProcessThatWasNotStored() {
        state.remember("product-service", LIVING);

        assertThat(state.process("order-service")).isEmpty();
    }

    @Test
    void ignoresAnotherProcessWithAReusedId() throws IOException {
        state.remember("product-service", LIVING);
        var remembered = state.path().resolve("processes").resolve("product-service");

        Files.writeString(remembered, LIVING.pid() + " 2001-02-03T04:05:06.070Z");

        assertThat(state.process("product-service")).isEmpty();
    }

    @Test
    void detectsThatAStoredProcessHasEnded() throws Exception {
        var process = FakeService.builder().start();
        state.remember("product-service", process.toHandle());
        assertThat(state.process("product-service")).contains(process.toHandle());

        process.destroyForcibly().waitFor();

        assertThat(state.process("product-service")).isEmpty();
    }

    @Test
    void forgetsAProcess() {
        state.remember("product-service", LIVING);
        state.remember("order-service", LIVING);

        state.forget("product-service");

        assertThat(state.process("product-service")).isEmpty();
        assertThat(state.process("order-service")).contains(LIVING);
        assertThatNoException().isThrownBy(() -> state.forget("product-service"));
    }

    @Test
    void wipesOnlyTheData() throws IOException {
        var table = state.data().resolve("base").resolve("1").resolve("table");
        Files.createDirectories(table.getParent());
        Files.writeString(table, "rows");
        Files.writeString(state.log("product-service"), "said");
        state.remember("product-service", LIVING);

        state.wipeData();

        assertThat(state.data()).doesNotExist();
        assertThat(state.log("product-service")).hasContent("said");
        assertThat(state.process("product-service")).contains(LIVING);
    }

    @Test
    void wipesNothingIfThereIsNoData() {
        assertThatNoException().isThrownBy(state::wipeData);
    }

    @Test
    void separatesShopsWithDifferentOffsets() {
        state.remember("product-service", LIVING);

        assertThat(StateDirectory.of(root, 200).process("product-service")).isEmpty();
        assertThat(StateDirectory.of(root, 200).log("product-service")).isNotEqualTo(state.log("product-service"));
    }
}
