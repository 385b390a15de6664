package ecommerce.system.benchmark.process;

import ecommerce.system.process.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the running processes of a shop in the launcher's state folder, and reads their processor times and memory. */
public final class ShopProcesses {

    /** The name of the process that runs the benchmark. Its children are the shop's commands and don't count. */
    public static final String DRIVER = "driver";

    private static final String DATABASE = "postgres";

    private final StateDirectory state;

    ShopProcesses(StateDirectory state) {
        this.state = state;
    }

    /** Returns the running processes by name. PostgreSQL is represented by its postmaster. */
    Map<String, ProcessHandle> living() {
        var folder = state.path().resolve("processes");
        var living = new TreeMap<String, ProcessHandle>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .forEach(name -> state.process(name).ifPresent(process -> living.put(name, process)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return living;
    }

    /**
     * Reads the processor times of the shop, the driver and further processes.
     *
     * @param others processes that don't belong to the shop, by name; each counts with all its descendants
     */
    public ProcessorTimes times(Map<String, ProcessHandle> others) {
        var times = new TreeMap<String, ProcessorTimes.Used>();
        living().forEach((name, process) -> times.put(name, used(tree(name, process))));
        others.forEach((name, process) -> times.put(name, used(withDescendants(process))));
        var driver = ProcessHandle.current();
        times.put(
                DRIVER,
                new ProcessorTimes.Used(driver.pid(), ProcStat.of(driver).own()));
        return new ProcessorTimes(times);
    }

    /** Returns the memory of each process of the shop. */
    public Map<String, MemoryUse> memory() {
        var memory = new TreeMap<String, MemoryUse>();
        living().forEach((name, process) -> memory.put(
                name, tree(name, process).stream().map(MemoryUse::of).reduce(MemoryUse.NONE, MemoryUse::plus)));
        return memory;
    }

    /**
     * Returns the processes that count under a name. The launcher's children are services, which have names of their
     * own.
     */
    private static List<ProcessHandle> tree(String name, ProcessHandle process) {
        return name.equals(DATABASE) ? withDescendants(process) : List.of(process);
    }

    private static List<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static ProcessorTimes.Used used(List<ProcessHandle> tree) {
        var time = tree.stream().map(ProcStat::of).map(ProcStat::sum).reduce(Duration.ZERO, Duration::plus);
        return new ProcessorTimes.Used(tree.getFirst().pid(), time);
    }
}
