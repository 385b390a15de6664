package ecommerce.system.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of all measurements of one run in one mode. */
public final class Report {

    private final Map<String, Samples> sections = new LinkedHashMap<>();
    private final List<String> checkouts;

    public Report(List<String> checkouts) {
        this.checkouts = List.copyOf(checkouts);
    }

    public Samples section(String title) {
        return sections.computeIfAbsent(title, name -> new Samples());
    }

    /** Returns whether any figure with this name isn't 0. */
    public boolean hasAny(String name) {
        return sections.values().stream().anyMatch(samples -> !samples.isZero(name));
    }

    /** Returns one Markdown table per measurement. */
    public String tables() {
        return sections.entrySet().stream()
                .map(section -> new ComparisonTable(section.getKey(), section.getValue(), checkouts).render())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
