package ecommerce.proxyclient.desk.change;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form.
 *
 * @param values what was typed, by the name of the field
 */
public record TypedFields(Map<String, String> values) {

    static final String KEY = "key";

    /** Returns what was typed, without blanks around it; empty if the field is absent. */
    public String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    public @Nullable String valueOrNull(String field) {
        var value = value(field);
        return value.isEmpty() ? null : value;
    }

    /** Returns the idempotency key of the form; a new one if it has none yet. */
    public String key() {
        var key = value(KEY);
        return key.isEmpty() ? UUID.randomUUID().toString() : key;
    }

    /** Returns the version of the record that staff have seen; null if the form has none. */
    public @Nullable String etag() {
        return valueOrNull("etag");
    }
}
