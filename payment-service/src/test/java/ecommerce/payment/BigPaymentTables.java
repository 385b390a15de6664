package ecommerce.payment;

import ecommerce.defaults.test.database.WholeTableReads;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides 10,000 captured payments with a refund each. */
public final class BigPaymentTables {

    /** The id of the first payment, and of its order. */
    public static final long FIRST = 50_000_000;

    private BigPaymentTables() {}

    /** Fills the tables in the caller's transaction, which must be rolled back. */
    public static WholeTableReads fill(JdbcClient jdbc) {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + 9_999);
        var inserts = List.of(
                "INSERT INTO payment (payment_id, order_id, user_id, amount, reference, status, created_at, version,"
                        + " void_confirmed, capture_requested_at) SELECT g, g, g % 3000 + " + FIRST
                        + ", 10, gen_random_uuid(), 'CAPTURED', now(), 0, false, now()",
                "INSERT INTO payment_ledger (payment_id, entry, amount) SELECT g, 'CAPTURED', 10",
                "INSERT INTO refund (payment_id, amount, reason, reference, status, requested_by, created_at, settled_at,"
                        + " version) SELECT g, 1, 'x', gen_random_uuid(), 'SUCCEEDED', 'a', now(), now(), 0");
        return WholeTableReads.fill(
                jdbc, inserts.stream().map(insert -> insert + series).toList());
    }
}
