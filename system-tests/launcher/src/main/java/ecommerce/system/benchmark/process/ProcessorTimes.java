package ecommerce.system.benchmark.process;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The processor time that each process has used up to one moment, by the process's name. */
public record ProcessorTimes(Map<String, Used> processes) {

    /**
     * The time of a process and its ended children. The pid distinguishes the process from later processes of the same
     * name.
     */
    record Used(long pid, Duration time) {}

    /**
     * Returns the time that each process has used since an earlier moment. A process that has started since then counts
     * from 0.
     */
    public SortedMap<String, Duration> since(ProcessorTimes before) {
        var used = new TreeMap<String, Duration>();
        processes.forEach((name, now) -> {
            var then = before.processes.get(name);
            used.put(
                    name,
                    then == null || then.pid() != now.pid()
                            ? now.time()
                            : now.time().minus(then.time()));
        });
        return used;
    }

    /** Returns the time that each process has used since its start. */
    public SortedMap<String, Duration> sinceStart() {
        return since(new ProcessorTimes(Map.of()));
    }
}
