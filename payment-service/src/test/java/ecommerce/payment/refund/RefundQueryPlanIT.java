package ecommerce.payment.refund;

import static ecommerce.payment.BigPaymentTables.FIRST;

import ecommerce.defaults.security.Caller;
import ecommerce.payment.BigPaymentTables;
import ecommerce.payment.PaymentServiceTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies that the lists of refunds read no whole table. */
class RefundQueryPlanIT extends PaymentServiceTest {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RefundQueries queries;

    @Test
    void readsNoWholeTable() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var reads = BigPaymentTables.fill(jdbc);
            var staff = new Caller("1", "admin", Set.of("ADMIN"));
            var page = PageRequest.of(0, 20);
            reads.requireNone("failed refunds", () -> queries.searchAll(RefundStatus.FAILED, page));
            reads.requireNone("refunds of a payment", () -> queries.search(FIRST + 7, page, staff));
        });
    }
}
