package ecommerce.system.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FigureTests {

    @Test
    void addsTheUnitToTheName() {
        assertThat(Figure.milliseconds("p50", Duration.ofNanos(1_250_000)).name())
                .isEqualTo("p50, ms");
        assertThat(Figure.milliseconds("p50", Duration.ofNanos(1_250_000)).value())
                .isEqualByComparingTo("1.25");
        assertThat(Figure.seconds("down", Duration.ofMillis(2_500)).name()).isEqualTo("down, s");
        assertThat(Figure.seconds("down", Duration.ofMillis(2_500)).value()).isEqualByComparingTo("2.5");
    }

    @Test
    void computesARatePerSecond() {
        var figure = Figure.perSecond("requests", 50, Duration.ofMillis(2_500));

        assertThat(figure.name()).isEqualTo("requests a second");
        assertThat(figure.value()).isEqualByComparingTo("20");
    }

    @Test
    void dividesATimeByTheNumberOfRequests() {
        assertThat(Figure.share("each", Duration.ofSeconds(1), 4).value()).isEqualByComparingTo("250");
        assertThat(Figure.share("each", Duration.ofSeconds(1), 0).value()).isZero();
    }

    @Test
    void dividesFigures() {
        var three = Figure.count("three", 3);

        assertThat(Figure.ratio("half", three, Figure.count("six", 6)).value()).isEqualByComparingTo("0.5");
        assertThat(Figure.ratio("nothing", three, Figure.count("zero", 0)).value())
                .isZero();
    }
}
