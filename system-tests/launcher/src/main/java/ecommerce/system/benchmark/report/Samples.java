package ecommerce.system.benchmark.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the figures of all rounds of one measurement, by figure and by checkout. */
public final class Samples {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, Map<String, List<BigDecimal>>> values = new LinkedHashMap<>();
    private final Map<String, String> wholes = new HashMap<>();

    /** Adds the figures of one round of a checkout. */
    public void add(String checkout, List<Figure> figures) {
        for (var figure : figures) {
            wholes.put(figure.name(), figure.whole());
            values.computeIfAbsent(figure.name(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(checkout, name -> new ArrayList<>())
                    .add(figure.value());
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Returns the values of all rounds in order; empty if the checkout doesn't have the figure. */
    List<BigDecimal> of(String name, String checkout) {
        return values.getOrDefault(name, Map.of()).getOrDefault(checkout, List.of());
    }

    /** Returns whether the figure is less than a hundredth of the figure that it is a part of, for every checkout. */
    boolean isNegligible(String name) {
        var whole = wholes.getOrDefault(name, "");
        return !whole.isEmpty()
                && values.getOrDefault(name, Map.of()).entrySet().stream()
                        .allMatch(entry -> Statistics.median(entry.getValue())
                                        .multiply(HUNDRED)
                                        .compareTo(Statistics.median(of(whole, entry.getKey())))
                                < 0);
    }

    /** Returns whether all values of the figure are whole numbers. */
    boolean areWhole(String name) {
        return values.getOrDefault(name, Map.of()).values().stream()
                .flatMap(List::stream)
                .allMatch(value -> value.stripTrailingZeros().scale() <= 0);
    }

    /** Returns whether the figure is 0 in every round of every checkout. */
    boolean isZero(String name) {
        return values.getOrDefault(name, Map.of()).values().stream()
                .flatMap(List::stream)
                .allMatch(value -> value.signum() == 0);
    }
}
