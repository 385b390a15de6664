package ecommerce.system.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ecommerce.system.benchmark.process.ProcessorTimes.Used;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimesTests {

    @Test
    void takesTheDifferenceOfTheSameProcess() {
        var before = new ProcessorTimes(Map.of("postgres", used(7, 100), "order-service", used(8, 50)));
        var after = new ProcessorTimes(Map.of("postgres", used(7, 130), "order-service", used(8, 50)));

        assertThat(after.since(before))
                .containsExactly(entry("order-service", Duration.ZERO), entry("postgres", Duration.ofMillis(30)));
    }

    @Test
    void countsANewProcessFromItsStart() {
        var before = new ProcessorTimes(Map.of("order-service", used(8, 500)));
        var after = new ProcessorTimes(Map.of("order-service", used(9, 40), "nginx", used(10, 20)));

        assertThat(after.since(before))
                .containsExactly(entry("nginx", Duration.ofMillis(20)), entry("order-service", Duration.ofMillis(40)));
    }

    @Test
    void omitsAProcessThatHasEnded() {
        var before = new ProcessorTimes(Map.of("order-service", used(8, 500)));

        assertThat(new ProcessorTimes(Map.of()).since(before)).isEmpty();
    }

    @Test
    void parsesAStatLineWhoseCommandContainsSpacesAndParentheses() {
        var line = "42 (postgres: a) b) S 1 42 42 0 -1 4194560 5 6 7 8 110 15 200 50 20 0 1 0 99 1 2 3";

        assertThat(ProcStat.parse(line)).isEqualTo(new ProcStat(Duration.ofMillis(1_250), Duration.ofMillis(2_500)));
    }

    @Test
    void readsARunningProcess() {
        assertThat(ProcStat.of(ProcessHandle.current()).own()).isPositive();
    }

    @Test
    void parsesMemoryFromStatusText() {
        var text = "Name:\tjava\nVmHWM:\t 400 kB\nVmRSS:\t  312 kB\n";

        assertThat(MemoryUse.kilobytes(text, "VmRSS:")).isEqualTo(312);
        assertThat(MemoryUse.kilobytes(text, "Pss:")).isZero();
        assertThat(new MemoryUse(1, 2).plus(new MemoryUse(10, 20))).isEqualTo(new MemoryUse(11, 22));
    }

    private static Used used(long pid, long millis) {
        return new Used(pid, Duration.ofMillis(millis));
    }
}
