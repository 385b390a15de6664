package ecommerce.system.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import ecommerce.system.RunningShop;
import ecommerce.system.benchmark.load.PurchaseLoad;
import ecommerce.system.benchmark.process.Checkout;
import ecommerce.system.benchmark.report.Figure;
import ecommerce.system.stack.LocalStack;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs short measurements of the running shop. Checks that there are figures, not their values. */
@ExtendWith(RunningShop.class)
class BenchmarkIT {

    private static final int TWO = 2;
    private static final int PRODUCTS = 200;

    @Test
    void measuresReads(LocalStack stack) {
        var checkout = checkout(stack);
        var settings = settings(Duration.ofMillis(500));
        var reads = Stream.concat(Reads.all(settings).stream(), Reads.pages(settings).stream())
                .toList();
        for (var measurement : reads) {
            var figures = measure(measurement, checkout);

            assertThat(figures.get("through the gateway: requests a second")).isPositive();
            assertThat(figures.get("through the gateway: p99, ms")).isPositive();
            assertThat(figures.get("through the gateway: processor time a request of api-gateway, ms"))
                    .isPositive();
            assertThat(figures).containsKey("through the gateway: processor time a request of postgres, ms");
        }
    }

    @Test
    void measuresOrdersAndMemory(LocalStack stack) {
        var settings = settings(Duration.ofSeconds(2));
        var purchases = new PurchaseLoad(settings.customers(), settings.betweenLooks());

        var checkout = checkout(stack);
        var orders = measure(new Orders(settings, purchases), checkout);

        assertThat(orders.get("confirmed a second")).isPositive();
        assertThat(orders.get("POST to CONFIRMED p50, ms")).isGreaterThan(orders.get("POST to 201 p50, ms"));
        assertThat(orders.get("processor time an order of product-service, ms")).isPositive();
        assertThat(orders.get("processor time an order of postgres, ms")).isPositive();
        assertThat(orders.get(Orders.FAILED)).isZero();

        var memory = measure(new Memory(settings(Duration.ofMillis(100)), purchases), checkout);

        assertThat(memory.get("resident, product-service, MB")).isPositive();
        assertThat(memory.get("resident, MB")).isGreaterThan(memory.get("resident, product-service, MB"));
        assertThat(memory).containsKey("proportional, postgres, MB");
    }

    private static Checkout checkout(LocalStack stack) {
        var root = Path.of("..").toAbsolutePath().normalize();
        return new Checkout("A", root, stack.state(), stack.portOffset(), Map.of());
    }

    private static Map<String, BigDecimal> measure(Measurement measurement, Checkout checkout) {
        measurement.warmUp(checkout);
        return measurement.measure(checkout).stream().collect(Collectors.toMap(Figure::name, Figure::value));
    }

    private static BenchmarkSettings settings(Duration measured) {
        return new BenchmarkSettings(
                List.of(Jit.SHIPPED), 1, TWO, TWO, Duration.ZERO, measured, Duration.ofMillis(25), PRODUCTS, false);
    }
}
