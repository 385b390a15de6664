package ecommerce.defaults.outbox;

/** Hands messages of a topic to another service. A service declares one as a bean for each of its topics. */
public interface OutboxReceiver {

    /** The topic, of at most 50 characters. */
    String topic();

    /**
     * Delivers a message; it may be repeated. An exception means that the message wasn't taken: it is delivered again later,
     * and the messages behind it with the same key wait.
     *
     * @param payload the JSON that was published
     */
    void deliver(long key, String payload);
}
