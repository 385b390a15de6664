package ecommerce.user.throttle;

import ecommerce.defaults.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores counters in the database. A counter is a row with the time at which it is empty: each event moves that time on
 * by the limit's recovery, and is refused if the time would be more than the whole burst away (generic cell rate
 * algorithm). One conditional statement counts an event, so concurrent events can't exceed the limit. Bucket4j's store
 * for PostgreSQL isn't used, because it can't count an event in several limits at once or in none.
 */
@Component
class Counters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Counters(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Counts an event in all counters, or in none.
     *
     * @throws org.springframework.web.ErrorResponseException 429 with the time to wait, if one counter is exhausted
     */
    void count(String refusal, List<Counter> counters) {
        // A flood of refused events locks no rows.
        counters.forEach(counter -> requireRoom(counter, refusal));
        transaction.executeWithoutResult(status -> {
            for (var counter : counters) {
                if (!add(counter)) {
                    requireRoom(counter, refusal);
                    throw Problem.tooManyRequests(refusal, Duration.ofSeconds(1));
                }
            }
        });
    }

    private boolean add(Counter counter) {
        return jdbc.sql("""
                        INSERT INTO throttle AS t (counter, empty_at)
                        VALUES (:key, clock_timestamp() + :recovery * interval '1 millisecond')
                        ON CONFLICT (counter) DO UPDATE
                           SET empty_at = greatest(t.empty_at, clock_timestamp())
                                          + :recovery * interval '1 millisecond'
                         WHERE greatest(t.empty_at, clock_timestamp()) + :recovery * interval '1 millisecond'
                               <= clock_timestamp() + :window * interval '1 millisecond'
                        """)
                        .param("key", counter.key())
                        .param("recovery", counter.limit().recoveryMillis())
                        .param("window", counter.limit().windowMillis())
                        .update()
                == 1;
    }

    private void requireRoom(Counter counter, String refusal) {
        waitFor(counter).ifPresent(wait -> {
            throw Problem.tooManyRequests(refusal, wait);
        });
    }

    /** Returns whether another event would be refused now. */
    boolean isExhausted(Counter counter) {
        return waitFor(counter).isPresent();
    }

    private Optional<Duration> waitFor(Counter counter) {
        var limit = counter.limit();
        return jdbc.sql("""
                        SELECT ceil(1000 * extract(epoch FROM empty_at - clock_timestamp()))::bigint
                          FROM throttle WHERE counter = ?
                        """)
                .param(counter.key())
                .query(Long.class)
                .optional()
                .map(untilEmpty -> untilEmpty + limit.recoveryMillis() - limit.windowMillis())
                .filter(wait -> wait > 0)
                .map(Duration::ofMillis);
    }

    /** Takes the last event back. */
    void takeBack(List<Counter> counters) {
        transaction.executeWithoutResult(status -> counters.forEach(counter -> jdbc.sql(
                        "UPDATE throttle SET empty_at = empty_at - ? * interval '1 millisecond' WHERE counter = ?")
                .param(counter.limit().recoveryMillis())
                .param(counter.key())
                .update()));
    }

    /** Forgets all events. */
    void clear(Counter counter) {
        jdbc.sql("DELETE FROM throttle WHERE counter = ?").param(counter.key()).update();
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forgetEmpty() {
        jdbc.sql("""
                        DELETE FROM throttle WHERE counter IN
                            (SELECT counter FROM throttle WHERE empty_at < clock_timestamp() FOR UPDATE SKIP LOCKED)
                        """).update();
    }
}
