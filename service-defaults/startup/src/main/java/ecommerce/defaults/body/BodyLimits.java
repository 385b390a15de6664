package ecommerce.defaults.body;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits the bodies of requests.
 *
 * @param size the largest body of a path without a limit of its own
 * @param routes the largest body by path pattern
 * @param slowAfter how long a client may take to send any body, or the rest of one after the answer
 * @param slowest the number of bytes for which a client may take another second
 */
@ConfigurationProperties("shop.limits.body")
record BodyLimits(DataSize size, @DefaultValue Map<String, DataSize> routes, Duration slowAfter, DataSize slowest) {

    /** Returns how long a client may take to send that many bytes, in nanoseconds. */
    long patience(long bytes) {
        return slowAfter.plusSeconds(bytes / slowest.toBytes()).toNanos();
    }
}
