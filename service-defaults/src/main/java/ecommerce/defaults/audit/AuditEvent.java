package ecommerce.defaults.audit;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An action on a record. It must contain no passwords, tokens, card data or ids of guests' carts.
 *
 * @param action the type of record and what was done, such as {@code stock.move}
 * @param subjectType the type of the record, such as {@code product}
 * @param subjectId the id of the record
 * @param details further facts by name; texts are cut after 200 characters
 */
public record AuditEvent(String action, String subjectType, String subjectId, Map<String, @Nullable Object> details) {

    private static final int LONGEST_TEXT = 200;

    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public AuditEvent {
        subjectId = text(subjectId);
        details = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(details));
    }

    public static AuditEvent of(String action, String subjectType, Object subjectId) {
        return new AuditEvent(action, subjectType, subjectId.toString(), Map.of());
    }

    /** Returns the event with another detail. */
    public AuditEvent with(String name, @Nullable Object value) {
        return put(name, plain(value));
    }

    /** Returns the event with the old and the new value, or this event if both are equal. */
    public AuditEvent withChange(String name, @Nullable Object from, @Nullable Object to) {
        if (isSame(from, to)) {
            return this;
        }
        var change = new LinkedHashMap<String, @Nullable Object>();
        change.put("from", plain(from));
        change.put("to", plain(to));
        return put(name, change);
    }

    private AuditEvent put(String name, @Nullable Object value) {
        var all = new LinkedHashMap<String, @Nullable Object>(details);
        all.put(name, value);
        return new AuditEvent(action, subjectType, subjectId, all);
    }

    private static boolean isSame(@Nullable Object from, @Nullable Object to) {
        return from instanceof BigDecimal one && to instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(from, to);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : text(value.toString());
    }

    /** Shortens a text and replaces characters that PostgreSQL can't store or that would forge lines. */
    private static String text(String value) {
        var end = Math.min(value.length(), LONGEST_TEXT);
        return UNSTORABLE.matcher(value.substring(0, end)).replaceAll("?");
    }
}
