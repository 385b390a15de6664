package ecommerce.order.reconciliation;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.order.paymentclient.PaymentClient;
import ecommerce.order.paymentclient.PaymentClient.Change;
import ecommerce.order.repair.RefundedOrders;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads payment-service's feed of refunds. Cancels the pieces that haven't left of confirmed orders that were refunded
 * in full, by staff or in the provider's dashboard, so that refunded goods aren't shipped. Orders that are at a step
 * are left to reconciliation.
 */
@Configuration(proxyBeanMethods = false)
class RefundWatch {

    private static final String BOOK = "refund-feed";
    private static final int PAGE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PaymentClient payments;
    private final OrderPages orders;
    private final BookCursors cursors;
    private final RefundedOrders refundedOrders;

    RefundWatch(PaymentClient payments, OrderPages orders, BookCursors cursors, RefundedOrders refundedOrders) {
        this.payments = payments;
        this.orders = orders;
        this.cursors = cursors;
        this.refundedOrders = refundedOrders;
    }

    @Bean
    Task<Void> watchRefunds() {
        return Tasks.recurring("watch-refunds", FixedDelay.of(PAUSE)).execute((instance, context) -> readAll());
    }

    private void readAll() {
        List<Change> page;
        do {
            page = payments.changes(cursors.find(BOOK), PAGE).collection();
            if (!page.isEmpty()) {
                var refunded = page.stream()
                        .filter(change -> change.refundedAmount().compareTo(change.capturedAmount()) >= 0)
                        .map(Change::orderId)
                        .distinct()
                        .toList();
                orders.confirmed(refunded).forEach(refundedOrders::stop);
                cursors.moveTo(BOOK, page.getLast().cursor());
            }
        } while (page.size() == PAGE);
    }
}
