package ecommerce.product.stock.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Provides the result of the last comparison of stock and ledger as metrics. Every replica reports the same values. */
@Component
class StockLedgerMetrics {

    private record Result(long mismatches, long age) {}

    private final JdbcClient jdbc;
    private final Instant started = Instant.now();
    private final AtomicReference<Result> latest = new AtomicReference<>(new Result(0, 0));

    StockLedgerMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("shop.stock.ledger.mismatches", () -> latest.get().mismatches())
                .description("Products whose stock disagrees with its ledger or with the open reservations")
                .register(meters);
        Gauge.builder("shop.stock.ledger.check.age", () -> latest.get().age())
                .description("Time since the last complete comparison")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "15s")
    void read() {
        jdbc.sql("SELECT mismatches, extract(epoch FROM now() - finished_at)::bigint AS age FROM stock_ledger_check")
                .query(Result.class)
                .optional()
                .ifPresentOrElse(latest::set, () -> latest.set(new Result(0, sinceStart())));
    }

    /** Returns the age to report until the first comparison has completed. */
    private long sinceStart() {
        return Duration.between(started, Instant.now()).toSeconds();
    }
}
