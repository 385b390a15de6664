package ecommerce.system.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecommerce.system.benchmark.process.ProcessorTimes;
import ecommerce.system.benchmark.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LoadTests {

    @Test
    void keepsTheFailureOfAWorkerAndLetsTheOthersGoOn() {
        Load.Worker<Integer> fails = () -> {
            throw new IllegalStateException("no more");
        };
        Load.Worker<Integer> works = () -> 1;

        var result = new Load<Integer>()
                .run(List.of(fails, works), Duration.ZERO, Duration.ofMillis(20), () -> new ProcessorTimes(Map.of()));

        assertThat(result.failures()).singleElement().extracting(Exception::getMessage).isEqualTo("no more");
        assertThat(result.done()).isNotEmpty();
    }

    @Test
    void sharesTheProcessorTimeAmongTheRequestsAndKeepsTheDriverOutOfTheSum() {
        var used = new TreeMap<>(Map.of(
                "postgres", Duration.ofMillis(30),
                "driver", Duration.ofMillis(500),
                "product-service", Duration.ofMillis(70)));
        var result = new LoadResult<>(List.of(1, 2), Duration.ofSeconds(1), used, List.of());

        assertThat(result.processorTimes("time"))
                .extracting(Figure::name, figure -> figure.value().stripTrailingZeros().toPlainString())
                .containsExactly(
                        tuple("time, ms", "50"),
                        tuple("time of postgres, ms", "15"),
                        tuple("time of product-service, ms", "35"),
                        tuple("time of the driver (not in the sum), ms", "250"));
        assertThat(result.perSecond("requests").value()).isEqualByComparingTo("2");
    }
}
