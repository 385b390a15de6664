package ecommerce.system.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTests {

    private static final String STARTED = FakeService.STARTED + "Alice";

    @TempDir
    private Path folder;

    private StateDirectory state;
    private ServiceProcess service;

    @BeforeEach
    void defineService() {
        state = new StateDirectory(folder);
        service = new ServiceProcess("fake-service", FakeService.command(), Map.of("CUSTOMER", "Alice"), state);
    }

    @AfterEach
    void leaveNoProcess() {
        service.kill();
    }

    @Test
    void isNotAliveBeforeItsStart() {
        assertThat(service.isAlive()).isFalse();
        assertThat(service.process()).isEmpty();
    }

    @Test
    void logsWhatTheServiceSaysInItsEnvironment() {
        start();

        assertThat(service.log()).isEqualTo(state.log("fake-service"));
        await().untilAsserted(() -> assertThat(log()).contains(STARTED, "Nothing to complain about"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows can't ask a process to stop")
    void letsAServiceFinishThatItStops() {
        var process = start();

        service.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(service.isAlive()).isFalse();
        assertThat(log()).contains(FakeService.STOPPED);
    }

    @Test
    void letsNoServiceFinishThatItKills() {
        var process = start();

        service.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(service.isAlive()).isFalse();
        assertThat(log()).contains(STARTED).doesNotContain(FakeService.STOPPED);
    }

    @Test
    void noticesThatTheServiceHasEndedByItself() {
        var process = start();

        process.destroyForcibly();

        await().until(() -> !service.isAlive());
    }

    @Test
    void beginsANewLogWithANewProcess() {
        var first = start();
        service.stop();
        var second = start();

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(log()).containsOnlyOnce(STARTED).doesNotContain(FakeService.STOPPED);
    }

    @Test
    void findsTheProcessThatAnotherLauncherStarted() {
        var process = start();

        var sameState = new StateDirectory(folder);
        var sameService = new ServiceProcess("fake-service", FakeService.command(), Map.of(), sameState);
        assertThat(sameService.process()).contains(process);
        sameService.stop();

        assertThat(service.isAlive()).isFalse();
    }

    @Test
    void saysWhichServiceCannotBeStarted() {
        var nowhere = folder.resolve("no-such-java").toString();
        var broken = new ServiceProcess("broken-service", List.of(nowhere), Map.of(), state);

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(broken::start)
                .withMessageStartingWith("broken-service can't be started: ");
        assertThat(broken.isAlive()).isFalse();
    }

    @Test
    void doesNotWaitForAProcessLongerThanItsPatience() {
        var process = start();

        assertThat(ServiceProcess.ended(process, Duration.ofMillis(1))).isFalse();
        assertThat(process.isAlive()).isTrue();
    }

    private ProcessHandle start() {
        service.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> log().contains(STARTED));
        return service.process().orElseThrow();
    }

    private String log() {
        try {
            return Files.readString(service.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
