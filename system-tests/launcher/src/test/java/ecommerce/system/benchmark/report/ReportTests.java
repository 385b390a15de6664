package ecommerce.system.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTests {

    @Test
    void showsTheMedianOfEachCheckoutAndTheRatio() {
        var report = new Report(List.of("A", "B"));
        var samples = report.section("Reads");
        samples.add("A", List.of(figure("requests a second", "300"), figure("p50, ms", "4.5")));
        samples.add("B", List.of(figure("requests a second", "200"), figure("p50, ms", "9")));
        samples.add("A", List.of(figure("requests a second", "100"), figure("p50, ms", "4.5")));
        samples.add("B", List.of(figure("requests a second", "200"), figure("p50, ms", "9")));

        assertThat(report.tables().lines())
                .containsExactly(
                        "| Reads | A | B | A/B |",
                        "| --- | ---: | ---: | ---: |",
                        "| requests a second | 200 | 200 | 1.00 |",
                        "| p50, ms | 4.50 | 9.00 | 0.50 |");
    }

    @Test
    void showsOneCheckoutAlone() {
        var report = new Report(List.of("A"));
        report.section("Start").add("A", List.of(figure("ready, s", "41.25")));
        report.section("Memory").add("A", List.of(figure("resident, MB", "3512.7")));

        assertThat(report.tables().lines())
                .containsExactly(
                        "| Start | A |",
                        "| --- | ---: |",
                        "| ready, s | 41.3 |",
                        "",
                        "| Memory | A |",
                        "| --- | ---: |",
                        "| resident, MB | 3,513 |");
    }

    @Test
    void omitsPartsThatAreNegligibleForBothCheckouts() {
        var report = new Report(List.of("A", "B"));
        var whole = figure("time", "100");
        var samples = report.section("Orders");
        samples.add(
                "A",
                List.of(
                        whole,
                        figure("of postgres", "0.9").partOf(whole),
                        figure("of a", "0").partOf(whole)));
        samples.add(
                "B",
                List.of(
                        whole,
                        figure("of postgres", "1").partOf(whole),
                        figure("of a", "0.5").partOf(whole)));

        assertThat(report.tables())
                .contains("| time |", "| of postgres | 0.90 | 1.00 | 0.90 |")
                .doesNotContain("of a");
    }

    @Test
    void showsThatNoCustomerFailed() {
        var report = new Report(List.of("A", "B"));
        for (var checkout : List.of("A", "B")) {
            report.section("Orders").add(checkout, List.of(figure("customers that failed", "0")));
        }

        assertThat(report.tables()).contains("| customers that failed | 0 | 0 | - |");
        assertThat(report.hasAny("customers that failed")).isFalse();
    }

    @Test
    void reportsAFailureInAnyRound() {
        var report = new Report(List.of("A"));
        report.section("Orders").add("A", List.of(figure("customers that failed", "1")));
        report.section("Orders").add("A", List.of(figure("customers that failed", "0")));

        assertThat(report.hasAny("customers that failed")).isTrue();
    }

    @Test
    void marksAFigureThatOneCheckoutLacks() {
        var report = new Report(List.of("A", "B"));
        report.section("Memory").add("A", List.of(figure("resident, helper, MB", "12")));
        report.section("Memory").add("B", List.of());

        assertThat(report.tables()).contains("| resident, helper, MB | 12 | - | - |");
    }

    @ParameterizedTest
    @CsvSource({
        "1234.5, '1,235'",
        "123.45, 123",
        "12.345, 12.3",
        "1.2345, 1.23",
        "0.1234, 0.12",
        "0.0123, 0.012",
        "7, 7.00"
    })
    void formatsAboutThreeSignificantDigits(BigDecimal value, String expected) {
        assertThat(ComparisonTable.format(value, false)).isEqualTo(expected);
    }

    private static Figure figure(String name, String value) {
        return new Figure(name, new BigDecimal(value));
    }
}
