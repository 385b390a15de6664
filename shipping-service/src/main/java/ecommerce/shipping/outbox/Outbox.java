package ecommerce.shipping.outbox;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What order-service is to be told: written in the transaction of the change itself, so that neither is lost. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final DurableTasks tasks;
    private final OneTimeTask<TaskOrigin> deliverOutbox;

    Outbox(JdbcClient jdbc, DurableTasks tasks, OneTimeTask<TaskOrigin> deliverOutbox) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.deliverOutbox = deliverOutbox;
    }

    /** @param complete whether all of the order's shipments have come as far */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(long orderId, long shippingId, String shippingStatus, boolean complete) {
        var eventId = UUID.randomUUID();
        jdbc.sql("INSERT INTO outbox_event (event_id, order_id, shipping_id, shipping_status, complete, occurred_at)"
                        + " VALUES (?, ?, ?, ?, ?, now())")
                .params(eventId, orderId, shippingId, shippingStatus, complete)
                .update();
        // One task an event: were it one an order, an event might come in while that order's task is just ending.
        tasks.schedule(deliverOutbox.instance("%d:%s".formatted(orderId, eventId)));
    }
}
