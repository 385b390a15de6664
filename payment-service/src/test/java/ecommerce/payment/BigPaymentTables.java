package ecommerce.payment;

import ecommerce.defaults.test.database.WholeTableReads;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Provides 10,000 captured payments with a refund each, and 10,000 voided payments. */
public final class BigPaymentTables {

    /** The id of the first payment, and of its order. */
    public static final long FIRST = 50_000_000;

    private static final int COUNT = 10_000;

    private BigPaymentTables() {}

    /** Fills the tables in the caller's transaction, which must be rolled back. */
    public static WholeTableReads fill(JdbcClient jdbc) {
        var captured = series(FIRST);
        var voided = series(FIRST + COUNT);
        return WholeTableReads.fill(
                jdbc,
                List.of(
                        payments("CAPTURED", false) + captured,
                        payments("VOIDED", true) + voided,
                        entries("CAPTURED") + captured,
                        entries("VOIDED") + voided,
                        "INSERT INTO refund (payment_id, amount, reason, reference, status, requested_by, created_at,"
                                + " settled_at, version)"
                                + " SELECT g, 1, 'x', gen_random_uuid(), 'SUCCEEDED', 'a', now(), now(), 0"
                                + captured));
    }

    private static String payments(String status, boolean voidConfirmed) {
        var columns = "payment_id, order_id, user_id, amount, reference, status, created_at, version, void_confirmed,"
                + " capture_requested_at";
        return "INSERT INTO payment (%s) SELECT g, g, g %% 3000 + %d, 10, gen_random_uuid(), '%s', now(), 0, %s, now()"
                .formatted(columns, FIRST, status, voidConfirmed);
    }

    private static String entries(String entry) {
        return "INSERT INTO payment_ledger (payment_id, entry, amount) SELECT g, '%s', 10".formatted(entry);
    }

    private static String series(long first) {
        return " FROM generate_series(%d, %d) AS g".formatted(first, first + COUNT - 1);
    }
}
