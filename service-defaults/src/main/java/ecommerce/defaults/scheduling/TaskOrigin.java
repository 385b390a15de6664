package ecommerce.defaults.scheduling;

import java.io.Serializable;
import java.util.Map;

/**
 * What a durable task keeps of the request that called for it, so that it goes on in the same trace: the headers that the
 * request would have sent on to another service (W3C Trace Context and Baggage).
 */
public record TaskOrigin(Map<String, String> headers) implements Serializable {

    public TaskOrigin {
        headers = Map.copyOf(headers);
    }
}
