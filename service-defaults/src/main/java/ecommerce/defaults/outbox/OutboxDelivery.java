package ecommerce.defaults.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Delivers the messages of a topic and key, oldest first. A message is sent only after the receiver has accepted the
 * previous one.
 */
class OutboxDelivery {

    private record Message(long position, String payload) {}

    private final JdbcClient jdbc;
    private final Map<String, OutboxReceiver> receivers;
    private final MeterRegistry meters;

    OutboxDelivery(JdbcClient jdbc, List<OutboxReceiver> receivers, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.receivers = receivers.stream().collect(Collectors.toMap(OutboxReceiver::topic, Function.identity()));
        this.meters = meters;
    }

    /**
     * Delivers all pending messages of the topic and key. Rethrows the receiver's exceptions; the caller retries later.
     */
    void deliver(String topic, long key) {
        var receiver = receivers.get(topic);
        if (receiver == null) {
            throw new IllegalStateException("No OutboxReceiver bean for topic " + topic);
        }
        for (var next = oldest(topic, key); next.isPresent(); next = oldest(topic, key)) {
            var message = next.get();
            try {
                receiver.deliver(key, message.payload());
            } catch (RuntimeException e) {
                meters.counter("shop.outbox.failures").increment();
                throw e;
            }
            jdbc.sql("DELETE FROM outbox_message WHERE position = ?")
                    .param(message.position())
                    .update();
        }
    }

    private Optional<Message> oldest(String topic, long key) {
        return jdbc.sql("SELECT position, payload FROM outbox_message WHERE topic = ? AND message_key = ?"
                        + " ORDER BY position LIMIT 1")
                .params(topic, key)
                .query(Message.class)
                .optional();
    }
}
