package ecommerce.system.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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
        service = new ServiceProcess("fake-service", FakeService::command, Map.of("CUSTOMER", "Alice"), state);
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
    void logsTheOutputOfAServiceWithItsEnvironment() {
        start();

        assertThat(service.log()).isEqualTo(state.log("fake-service"));
        await().untilAsserted(() -> assertThat(log()).contains(STARTED, "No errors"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows can't ask a process to stop")
    void stopsAServiceGracefully() {
        var process = start();

        service.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(service.isAlive()).isFalse();
        assertThat(log()).contains(FakeService.STOPPED);
    }

    @Test
    void killsAServiceImmediately() {
        var process = start();

        service.kill();

        assertThat(process.isAlive()).isFalse();
        assertThat(service.isAlive()).isFalse();
        assertThat(log()).contains(STARTED).doesNotContain(FakeService.STOPPED);
    }

    @Test
    void detectsThatAServiceHasEnded() {
        var process = start();

        process.destroyForcibly();

        await().until(() -> !service.isAlive());
    }

    @Test
    void startsANewLogWithEachProcess() {
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
        var sameService = new ServiceProcess("fake-service", FakeService::command, Map.of(), sameState);
        assertThat(sameService.process()).contains(process);
        sameService.stop();

        assertThat(service.isAlive()).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no program that starts another one")
    void logsWhyAServiceCannotBeStarted() {
        var nowhere = folder.resolve("no-such-java").toString();
        var broken = new ServiceProcess("broken-service", () -> List.of(nowhere), Map.of(), state);

        broken.start();

        await().until(broken::hasDied);
        assertThat(broken.lastLines(10)).anyMatch(line -> line.contains(nowhere));
    }

    @Test
    void distinguishesACrashedServiceFromAStoppedOne() {
        assertThat(service.hasDied()).as("never started").isFalse();
        var process = start();
        assertThat(service.hasDied()).as("running").isFalse();

        process.destroyForcibly();

        await().until(service::hasDied);
        assertThat(service.lastLines(1)).hasSize(1);
        service.stop();
        assertThat(service.hasDied()).as("stopped").isFalse();
    }

    /** A shell ends the process groups of its jobs when it is stopped or its terminal closes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsRunningWhenTheProcessGroupOfItsStarterEnds() throws Exception {
        var starter = new ProcessBuilder(DetachedCommand.of(StartsAService.command(folder))).start();
        assertThat(starter.waitFor(30, TimeUnit.SECONDS)).isTrue();
        await().until(service::isAlive);
        var started = service.process().orElseThrow();

        new ProcessBuilder("kill", "-KILL", "--", "-" + starter.pid()).start().waitFor();

        assertThat(sessionOf(started)).isEqualTo(started.pid());
        assertThat(started.isAlive()).isTrue();
    }

    /** Returns the session id, the sixth field of {@code /proc/[pid]/stat}. */
    private static long sessionOf(ProcessHandle process) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
    }

    @Test
    void waitsForAProcessNoLongerThanTheTimeout() {
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
