package ecommerce.defaults.outbox;

import ecommerce.defaults.scheduling.DurableTasks;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Stores messages to other services in the caller's transaction. */
public class Outbox {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DurableTasks tasks;

    Outbox(JdbcClient jdbc, JsonMapper json, DurableTasks tasks) {
        this.jdbc = jdbc;
        this.json = json;
        this.tasks = tasks;
    }

    /**
     * Stores a message and schedules its delivery. Each message has its own task, because a task shared by all messages
     * of a key could end just when a message is stored.
     *
     * @param key messages with the same topic and key are delivered in order
     * @param payload is serialized to JSON
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String topic, long key, UUID messageId, Object payload) {
        jdbc.sql("INSERT INTO outbox_message (message_id, topic, message_key, payload) VALUES (?, ?, ?, ?)")
                .params(messageId, topic, key, json.writeValueAsString(payload))
                .update();
        tasks.schedule(OutboxTask.instance(topic, key, messageId));
    }
}
