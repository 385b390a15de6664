package ecommerce.payment.payment;

import ecommerce.defaults.security.Caller;
import ecommerce.defaults.test.WholeTableReads;
import ecommerce.payment.PaymentServiceTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;

/** The queries of payment-service against 10,000 payments, in a transaction that is rolled back. */
class QueryPlanIT extends PaymentServiceTest {

    private static final long FIRST = 50_000_000;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PaymentQueries queries;

    @Autowired
    private PaymentBook book;

    @Autowired
    private PaymentMetrics metrics;

    @Autowired
    private RefundFeedController feed;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = fill();
            var staff = new Caller("1", "admin", Set.of("ADMIN"));
            var page = PageRequest.of(0, 20);
            reads.requireNone("payments of a user", () -> queries.search(FIRST + 7, null, null, page, staff));
            reads.requireNone("the payment of an order", () -> queries.search(null, FIRST + 7, null, page, staff));
            reads.requireNone("pending payments", () -> queries.search(null, null, PaymentStatus.PENDING, page, staff));
            reads.requireNone("a payment with its ledger", () -> queries.find(FIRST + 7, staff));
            reads.requireNone("refunds of a payment", () -> queries.findRefunds(FIRST + 7, page, staff));
            reads.requireNone("a page of the book", () -> book.find(FIRST + 100, Long.MAX_VALUE, 200));
            reads.requireNone("payments of orders", () -> book.find(List.of(FIRST + 1, FIRST + 2)));
            reads.requireNone("the metrics", metrics::read);
            reads.requireNone("the feed of refunds", () -> feed.list(0, 100));
        });
    }

    private WholeTableReads fill() {
        var series = " FROM generate_series(%d, %d) AS g".formatted(FIRST, FIRST + 9_999);
        var inserts = List.of(
                "INSERT INTO payment (payment_id, order_id, user_id, amount, reference, status, created_at, version,"
                        + " void_confirmed) SELECT g, g, g % 3000 + " + FIRST
                        + ", 10, gen_random_uuid(), 'CAPTURED', now(), 0, false",
                "INSERT INTO payment_ledger (payment_id, entry, amount) SELECT g, 'CAPTURED', 10",
                "INSERT INTO refund (payment_id, amount, reason, reference, status, requested_by, created_at, settled_at,"
                        + " version) SELECT g, 1, 'x', gen_random_uuid(), 'SUCCEEDED', 'a', now(), now(), 0");
        return WholeTableReads.fill(jdbc, inserts.stream().map(insert -> insert + series).toList());
    }
}
