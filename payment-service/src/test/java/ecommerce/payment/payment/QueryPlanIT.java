package ecommerce.payment.payment;

import static ecommerce.payment.BigPaymentTables.FIRST;

import ecommerce.defaults.security.Caller;
import ecommerce.payment.BigPaymentTables;
import ecommerce.payment.PaymentServiceTest;
import ecommerce.payment.ledger.PaymentStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies that the lists for staff and customers read no whole table. */
class QueryPlanIT extends PaymentServiceTest {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PaymentQueries queries;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = BigPaymentTables.fill(jdbc);
            var staff = new Caller("1", "admin", Set.of("ADMIN"));
            var page = PageRequest.of(0, 20);
            reads.requireNone("payments of a user", () -> queries.search(FIRST + 7, null, null, page, staff));
            reads.requireNone("the payment of an order", () -> queries.search(null, FIRST + 7, null, page, staff));
            reads.requireNone("pending payments", () -> queries.search(null, null, PaymentStatus.PENDING, page, staff));
            reads.requireNone("a payment with its ledger", () -> queries.find(FIRST + 7, staff));
        });
    }
}
