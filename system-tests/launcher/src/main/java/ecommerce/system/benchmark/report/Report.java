package ecommerce.system.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds all measurements of one run in one mode. */
public final class Report {

    private final Map<String, Samples> sections = new LinkedHashMap<>();
    private final List<String> checkouts;

    public Report(List<String> checkouts) {
        this.checkouts = List.copyOf(checkouts);
    }

    public Samples section(String title) {
        return sections.computeIfAbsent(title, name -> new Samples());
    }

    /** Whether a figure with this name is above 0 anywhere. */
    public boolean hasAny(String name) {
        return sections.values().stream().anyMatch(samples -> !samples.isZero(name));
    }

    /** Returns one Markdown table a measurement. */
    public String tables() {
        return sections.entrySet().stream()
                .map(section -> new ComparisonTable(section.getKey(), section.getValue(), checkouts).render())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
