package ecommerce.system.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of a process in kilobytes; 0 where the system doesn't report it.
 *
 * @param resident the resident set; a page that processes share counts in full for each of them
 * @param proportional the proportional set; a shared page is divided among the processes
 */
public record MemoryUse(long resident, long proportional) {

    public static final MemoryUse NONE = new MemoryUse(0, 0);

    static MemoryUse of(ProcessHandle process) {
        var folder = Path.of("/proc", Long.toString(process.pid()));
        return new MemoryUse(
                kilobytes(read(folder.resolve("status")), "VmRSS:"),
                kilobytes(read(folder.resolve("smaps_rollup")), "Pss:"));
    }

    /** Finds the value in a line such as {@code Pss: 1234 kB}. */
    static long kilobytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    public MemoryUse plus(MemoryUse other) {
        return new MemoryUse(resident + other.resident, proportional + other.proportional);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException isGoneOrHidden) {
            return "";
        }
    }
}
