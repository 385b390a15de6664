package ecommerce.shipping.outbox;

import ecommerce.shipping.orderclient.OrderClient;
import ecommerce.shipping.orderclient.OrderClient.ShipmentEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Delivers events that the previous version of this service has stored in the table {@code outbox_event}. During a
 * deployment that version still runs and may store new ones.
 */
@Component
class EarlierOutbox {

    private record Row(long position, long orderId, ShipmentEvent event) {}

    private final JdbcClient jdbc;
    private final OrderClient orders;
    private final MeterRegistry meters;

    EarlierOutbox(JdbcClient jdbc, OrderClient orders, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.meters = meters;
    }

    /**
     * Delivers the stored events of an order, the oldest first. Throws the exception of a failed call; the caller
     * retries later.
     */
    void deliver(long orderId) {
        for (var next = oldest(orderId); next.isPresent(); next = oldest(orderId)) {
            var row = next.get();
            try {
                orders.report(row.orderId(), row.event());
            } catch (RuntimeException e) {
                meters.counter("shop.outbox.failures").increment();
                throw e;
            }
            jdbc.sql("DELETE FROM outbox_event WHERE position = ?")
                    .param(row.position())
                    .update();
        }
    }

    private Optional<Row> oldest(long orderId) {
        return jdbc.sql("SELECT * FROM outbox_event WHERE order_id = ? ORDER BY position LIMIT 1")
                .param(orderId)
                .query(EarlierOutbox::toRow)
                .optional();
    }

    private static Row toRow(ResultSet row, int rowNumber) throws SQLException {
        var event = new ShipmentEvent(
                row.getObject("event_id", UUID.class),
                row.getLong("shipping_id"),
                row.getString("shipping_status"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getBoolean("complete"));
        return new Row(row.getLong("position"), row.getLong("order_id"), event);
    }
}
