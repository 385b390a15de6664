package ecommerce.order.recipient;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import ecommerce.order.shippingclient.ShippingClient;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds the recipient to confirmed orders, and to their parcels, that have none. The previous version doesn't store it
 * and may run beside this one, so the task runs every minute. An order of a deleted account stays without a recipient.
 */
@Configuration(proxyBeanMethods = false)
class RecipientTask {

    private static final RowMapper<Nameless> NAMELESS = new SimplePropertyRowMapper<>(Nameless.class);

    private static final Logger log = LoggerFactory.getLogger(RecipientTask.class);
    private static final int AT_A_TIME = 100;

    private record Nameless(long orderId, long userId) {}

    private final JdbcClient jdbc;
    private final Recipients recipients;
    private final ShippingClient shippings;

    RecipientTask(JdbcClient jdbc, Recipients recipients, ShippingClient shippings) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.shippings = shippings;
    }

    @Bean
    Task<Void> fetchRecipients() {
        return Tasks.recurring("fetch-recipients", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> nameless().forEach(this::name));
    }

    /**
     * Finds orders without a recipient, the latest first, so that orders of deleted accounts don't block the others.
     */
    private List<Nameless> nameless() {
        return jdbc.sql("SELECT order_id, user_id FROM orders WHERE recipient_name IS NULL AND status = 'CONFIRMED'"
                        + " ORDER BY order_id DESC LIMIT ?")
                .param(AT_A_TIME)
                .query(NAMELESS)
                .list();
    }

    /**
     * Stores the recipient in the order last, so that the task retries the order if shipping-service is unavailable.
     */
    private void name(Nameless order) {
        var recipient = recipients.find(order.userId());
        if (recipient == null) {
            log.warn("Order {} has no recipient, because user {} doesn't exist", order.orderId(), order.userId());
            return;
        }
        shippings.nameRecipient(
                order.orderId(), new ShippingClient.Recipient(recipient.name(), recipient.email(), recipient.phone()));
        store(order.orderId(), recipient);
    }

    private void store(long orderId, Recipient recipient) {
        jdbc.sql("""
                        UPDATE orders SET recipient_name = ?, recipient_email = ?, recipient_phone = ?, version = version + 1
                         WHERE order_id = ? AND recipient_name IS NULL
                        """)
                .param(recipient.name())
                .param(recipient.email())
                .param(recipient.phone())
                .param(orderId)
                .update();
    }
}
