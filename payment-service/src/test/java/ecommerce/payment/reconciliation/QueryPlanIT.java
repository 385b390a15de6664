package ecommerce.payment.reconciliation;

import static ecommerce.payment.BigPaymentTables.FIRST;

import ecommerce.payment.BigPaymentTables;
import ecommerce.payment.PaymentServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies that the payment pages, the feed and the metrics read no whole table. */
class QueryPlanIT extends PaymentServiceTest {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PaymentPages book;

    @Autowired
    private ProviderMetrics metrics;

    @Autowired
    private RefundFeedController feed;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = BigPaymentTables.fill(jdbc);
            reads.requireNone("a page of the book", () -> book.find(FIRST + 100, Long.MAX_VALUE, 200));
            reads.requireNone("payments of orders", () -> book.find(List.of(FIRST + 1, FIRST + 2)));
            reads.requireNone("the metrics", metrics::read);
            reads.requireNone("the feed of refunds", () -> feed.list(0, 100));
        });
    }
}
