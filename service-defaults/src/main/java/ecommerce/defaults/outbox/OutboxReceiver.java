package ecommerce.defaults.outbox;

/** Sends the messages of a topic to another service. A service declares one bean for each of its topics. */
public interface OutboxReceiver {

    /** Returns the topic, at most 50 characters. */
    String topic();

    /**
     * Delivers a message. The same message may be delivered more than once. If this method throws an exception, the
     * delivery is retried later; until it succeeds, later messages with the same key wait.
     *
     * @param payload the published JSON
     */
    void deliver(long key, String payload);
}
