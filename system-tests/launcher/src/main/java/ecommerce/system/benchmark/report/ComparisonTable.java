package ecommerce.system.benchmark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Renders a measurement as a Markdown table: the median of each checkout, and the ratio of the first two checkouts. */
final class ComparisonTable {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final String title;
    private final Samples samples;
    private final List<String> checkouts;

    ComparisonTable(String title, Samples samples, List<String> checkouts) {
        this.title = title;
        this.samples = samples;
        this.checkouts = checkouts;
    }

    String render() {
        var table = new StringBuilder("| %s | %s |%n".formatted(title, String.join(" | ", columns())));
        table.append("| --- |").append(" ---: |".repeat(columns().size())).append(System.lineSeparator());
        for (var name : samples.names()) {
            if (!samples.isNegligible(name)) {
                table.append(row(name));
            }
        }
        return table.toString();
    }

    private List<String> columns() {
        return checkouts.size() < 2
                ? checkouts
                : List.of(checkouts.get(0), checkouts.get(1), checkouts.get(0) + "/" + checkouts.get(1));
    }

    private String row(String name) {
        var row = new StringBuilder("| ").append(name).append(" |");
        var whole = samples.areWhole(name);
        for (var checkout : checkouts) {
            var values = samples.of(name, checkout);
            row.append(values.isEmpty() ? " - |" : " %s |".formatted(format(Statistics.median(values), whole)));
        }
        if (checkouts.size() > 1) {
            var ratio = Statistics.medianRatio(samples.of(name, checkouts.get(0)), samples.of(name, checkouts.get(1)));
            row.append(ratio.map(value -> " %s |".formatted(value.setScale(2, RoundingMode.HALF_UP)))
                    .orElse(" - |"));
        }
        return row.append(System.lineSeparator()).toString();
    }

    /** Formats a value with about three significant digits. Whole numbers have no decimals. */
    static String format(BigDecimal value, boolean whole) {
        var size = value.abs();
        var decimals = whole || size.compareTo(HUNDRED) >= 0 ? 0 : size.compareTo(BigDecimal.TEN) >= 0 ? 1 : 2;
        var scale = decimals == 2 && size.compareTo(TENTH) < 0 ? 3 : decimals;
        return String.format(Locale.ROOT, "%,." + scale + "f", value);
    }
}
