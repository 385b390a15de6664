package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.desk.change.VersionedEdit.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edit and a newer stored version of the same record, which somebody else has saved meanwhile. */
public record EditConflict(VersionedEdit sent, Version stored) {

    /**
     * A field whose typed value differs from the stored one.
     *
     * @param isTyped whether the form keeps the typed value; otherwise it takes the stored one, because nothing was typed
     */
    public record Difference(String field, String typed, String stored, boolean isTyped) {}

    public List<Difference> differences() {
        return sent.typed().keySet().stream()
                .filter(field -> !typed(field).equals(stored(field)))
                .map(field -> new Difference(field, typed(field), stored(field), isTyped(field)))
                .toList();
    }

    /** Returns the edit of a form that is opened again with the stored version and what was typed. */
    public VersionedEdit reopened() {
        return new VersionedEdit(stored.values(), merged(), stored.etag());
    }

    /** Returns the stored values, with those typed ones that differ from what the form was opened with. */
    public Map<String, String> merged() {
        var merged = new LinkedHashMap<String, String>();
        sent.typed().keySet().forEach(field -> merged.put(field, isTyped(field) ? typed(field) : stored(field)));
        return merged;
    }

    private boolean isTyped(String field) {
        return !typed(field).equals(sent.opened().getOrDefault(field, ""));
    }

    private String typed(String field) {
        return sent.typed().getOrDefault(field, "");
    }

    private String stored(String field) {
        return stored.values().getOrDefault(field, "");
    }
}
