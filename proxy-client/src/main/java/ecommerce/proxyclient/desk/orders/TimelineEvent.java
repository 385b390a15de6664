package ecommerce.proxyclient.desk.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param source what it happened to: a key of the texts {@code desk.orders.event}
 * @param words the group of texts that has one for the code
 * @param code what happened; empty for a note
 * @param by who did it
 */
public record TimelineEvent(
        Instant at,
        String source,
        String words,
        String code,
        String detail,
        @Nullable BigDecimal amount,
        String by) {

    TimelineEvent(Instant at, String source, String words, String code, @Nullable String detail, String by) {
        this(at, source, words, code, detail == null ? "" : detail, null, by);
    }
}
