package ecommerce.order.fulfilment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.order.order.OrderChanges;
import ecommerce.order.order.OrderRepository;
import ecommerce.order.order.OrderStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adopts orders that the previous version parked for staff: restores the status that they had before NEEDS_ATTENTION,
 * flags them, and retries their step. Runs every minute, because the previous version may run beside this one.
 */
@Configuration(proxyBeanMethods = false)
class AttentionAdoption {

    private static final Limit A_RUN = Limit.of(1000);

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final Fulfilments fulfilments;
    private final TransactionTemplate transaction;

    AttentionAdoption(
            OrderRepository orders,
            OrderChanges changes,
            Fulfilments fulfilments,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.changes = changes;
        this.fulfilments = fulfilments;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    Task<Void> adoptParkedOrders() {
        return Tasks.recurring("adopt-parked-orders", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> adoptAll());
    }

    private void adoptAll() {
        orders.findIdsByStatus(OrderStatus.NEEDS_ATTENTION, A_RUN)
                .forEach(orderId -> transaction.executeWithoutResult(_ -> adopt(orderId)));
    }

    private void adopt(long orderId) {
        fulfilments
                .lock(orderId)
                .ifPresent(state -> changes.apply(orderId, order -> {
                    if (order.status() == OrderStatus.NEEDS_ATTENTION) {
                        order.unpark("fulfilment");
                        fulfilments.repeat(state);
                    }
                }));
    }
}
