package ecommerce.payment.charge;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the captures that were requested of the provider. Its callers hold the payment's lock. */
@Repository
class CaptureRequests {

    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;

    CaptureRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a request ended. */
    enum Outcome {
        DONE,
        REFUSED,
        WITHDRAWN
    }

    /** Requests a capture, also one that was refused. Returns false if it was withdrawn, because that is final. */
    boolean request(long paymentId) {
        return jdbc.sql("""
                        INSERT INTO capture_request AS c (payment_id, status) VALUES (?, 'PENDING')
                            ON CONFLICT (payment_id) DO UPDATE SET status = 'PENDING', settled_at = NULL, failure = NULL
                         WHERE c.status <> 'WITHDRAWN'
                        """).param(paymentId).update() == 1;
    }

    /** Ends a pending request. Does nothing if there is none. */
    void end(long paymentId, Outcome outcome, @Nullable String failure) {
        jdbc.sql("UPDATE capture_request SET status = ?, settled_at = now(), failure = left(?, 255)"
                        + " WHERE payment_id = ? AND status = 'PENDING'")
                .param(outcome.name())
                .param(failure)
                .param(paymentId)
                .update();
    }

    /** Withdraws the request, also one that hasn't arrived yet. Does nothing if the capture is made. */
    void withdraw(long paymentId) {
        jdbc.sql("""
                        INSERT INTO capture_request AS c (payment_id, status, settled_at) VALUES (?, 'WITHDRAWN', now())
                            ON CONFLICT (payment_id) DO UPDATE SET status = 'WITHDRAWN', settled_at = now()
                         WHERE c.status <> 'DONE'
                        """).param(paymentId).update();
    }

    boolean isPending(long paymentId) {
        return jdbc.sql("SELECT count(*) FROM capture_request WHERE payment_id = ? AND status = 'PENDING'")
                        .param(paymentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Finds payments whose capture has been pending for this time, the oldest first. */
    List<Long> findPending(Duration atLeast) {
        return jdbc.sql("SELECT payment_id FROM capture_request WHERE status = 'PENDING'"
                        + " AND requested_at < now() - make_interval(secs => ?) ORDER BY requested_at LIMIT ?")
                .params(atLeast.toSeconds(), AT_A_TIME)
                .query((row, number) -> row.getLong(1))
                .list();
    }
}
