package ecommerce.defaults.scheduling;

import java.io.Serializable;
import java.util.Map;

/**
 * The trace context of the request that stored a durable task, so that the task continues the same trace. It holds the
 * headers that the request would have propagated to another service (W3C Trace Context and Baggage).
 */
public record TaskOrigin(Map<String, String> headers) implements Serializable {

    public TaskOrigin {
        headers = Map.copyOf(headers);
    }
}
