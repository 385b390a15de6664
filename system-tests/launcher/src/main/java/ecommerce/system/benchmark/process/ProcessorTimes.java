package ecommerce.system.benchmark.process;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the processor time that each process has used up to one moment, by the process's name. */
public record ProcessorTimes(Map<String, Used> processes) {

    /** Holds the time of one process with its ended children. A later process of the same name has another number. */
    record Used(long pid, Duration time) {}

    /** Returns what each process has used since an earlier moment; a process that is new since then counts from 0. */
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

    /** Returns what each process has used since its own start. */
    public SortedMap<String, Duration> sinceStart() {
        return since(new ProcessorTimes(Map.of()));
    }
}
