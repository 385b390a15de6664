package ecommerce.system.benchmark.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the figures of all rounds of one measurement, by figure and by checkout. */
public final class Samples {

    private final Map<String, Map<String, List<BigDecimal>>> values = new LinkedHashMap<>();

    /** Adds one round of the checkout that is called so. */
    public void add(String checkout, List<Figure> figures) {
        for (var figure : figures) {
            values.computeIfAbsent(figure.name(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(checkout, name -> new ArrayList<>())
                    .add(figure.value());
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Returns the rounds' values in their order; none for a figure that the checkout has not. */
    List<BigDecimal> of(String name, String checkout) {
        return values.getOrDefault(name, Map.of()).getOrDefault(checkout, List.of());
    }

    /** Whether the figure is 0 in every round of every checkout. */
    boolean isZero(String name) {
        return values.getOrDefault(name, Map.of()).values().stream()
                .flatMap(List::stream)
                .allMatch(value -> value.signum() == 0);
    }
}
