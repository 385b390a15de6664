package ecommerce.system.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ecommerce.system.benchmark.process.ProcessorTimes;
import ecommerce.system.benchmark.report.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTests {

    private final AtomicInteger pieces = new AtomicInteger();

    @Test
    void recordsTheFailureOfAWorkerAndContinuesWithTheOthers() {
        Load.Worker<Integer> fails = () -> {
            throw new IllegalStateException("no more");
        };
        Load.Worker<Integer> works = pieces::incrementAndGet;

        var result =
                new Load<Integer>().run(List.of(fails, works), Duration.ZERO, Duration.ZERO, this::afterMorePieces);

        assertThat(result.failures())
                .singleElement()
                .extracting(Exception::getMessage)
                .isEqualTo("no more");
        assertThat(result.done()).isNotEmpty();
    }

    @Test
    void dividesProcessorTimeByRequestsAndExcludesTheDriverFromTheSum() {
        var used = new TreeMap<>(Map.of(
                "postgres", Duration.ofMillis(30),
                "driver", Duration.ofMillis(500),
                "product-service", Duration.ofMillis(70)));
        var result = new LoadResult<>(List.of(1, 2), Duration.ofSeconds(1), used, List.of());

        assertThat(result.processorTimes("time"))
                .extracting(
                        Figure::name,
                        figure -> figure.value().stripTrailingZeros().toPlainString())
                .containsExactly(
                        tuple("time, ms", "50"),
                        tuple("time of postgres, ms", "15"),
                        tuple("time of product-service, ms", "35"),
                        tuple("time of the driver (not in the sum), ms", "250"));
        assertThat(result.perSecond("requests").value()).isEqualByComparingTo("2");
    }

    private ProcessorTimes afterMorePieces() {
        var before = pieces.get();
        await().until(() -> pieces.get() > before + 1);
        return new ProcessorTimes(Map.of());
    }
}
