package ecommerce.system.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The processor time of a process. On systems other than Linux, the children's time is unknown and counts as 0.
 *
 * @param own the time of the process itself
 * @param reaped the time of its ended children that it has waited for, and of their children
 */
public record ProcStat(Duration own, Duration reaped) {

    static final ProcStat NONE = new ProcStat(Duration.ZERO, Duration.ZERO);

    /** The kernel always reports hundredths of a second. */
    private static final int TICK_MILLIS = 10;

    /** The positions of utime and cutime after the command's name, which may contain spaces. */
    private static final int OWN = 11;

    private static final int REAPED = 13;

    /** Reads the times of a process. Returns {@link #NONE} if the process has ended. */
    public static ProcStat of(ProcessHandle process) {
        var file = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            return Files.exists(file) ? parse(Files.readString(file)) : new ProcStat(total(process), Duration.ZERO);
        } catch (IOException hasEnded) {
            return NONE;
        }
    }

    static ProcStat parse(String line) {
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new ProcStat(time(fields, OWN), time(fields, REAPED));
    }

    private static Duration time(String[] fields, int user) {
        return Duration.ofMillis(TICK_MILLIS * (Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1])));
    }

    private static Duration total(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Duration sum() {
        return own.plus(reaped);
    }
}
