package ecommerce.proxyclient.desk.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;

/**
 * An edit of a record, which is saved only if nobody else has changed the record since the form was opened.
 *
 * @param opened the values with which the form was opened, by field
 * @param typed the values that were sent
 * @param etag the version from which the form was made
 */
public record VersionedEdit(Map<String, String> opened, Map<String, String> typed, String etag) {

    /** The prefix of the hidden fields that have the values of {@link #opened}. */
    public static final String OPENED = "opened.";

    /** The name of the hidden field that has the version. */
    public static final String ETAG = "etag";

    /** How often an edit is sent at most, if other parts of the record change meanwhile, such as its stock. */
    private static final int ATTEMPTS = 4;

    /**
     * The ETag of no version, which stands for that of a form without one. A service refuses an edit of it, so that the stored
     * version is compared with the form first.
     */
    private static final String NO_VERSION = "\"\"";

    public VersionedEdit {
        etag = etag.isBlank() ? NO_VERSION : etag;
    }

    /** A stored version of the record. */
    public record Version(Map<String, String> values, String etag) {

        public Version {
            values = new LinkedHashMap<>(values);
        }
    }

    /** Returns the edit of a form that is opened with a stored version. */
    public static VersionedEdit open(Version stored) {
        return new VersionedEdit(stored.values(), stored.values(), stored.etag());
    }

    /** Reads the hidden fields of a form. Browsers send each line end as CRLF. */
    public static VersionedEdit of(Map<String, String> sent, Map<String, String> typed) {
        var opened = new LinkedHashMap<String, String>();
        sent.forEach((name, value) -> {
            if (name.startsWith(OPENED)) {
                opened.put(name.substring(OPENED.length()), value.replace("\r\n", "\n"));
            }
        });
        return new VersionedEdit(opened, typed, sent.getOrDefault(ETAG, ""));
    }

    /** Returns the ETag of a service's response. */
    public static String etag(ResponseEntity<?> response) {
        var etag = response.getHeaders().getETag();
        return etag == null ? "" : etag;
    }

    /**
     * Saves the edit. Does nothing if what was typed is stored already, for example because the first answer was lost.
     *
     * @param save sends the edit with an ETag
     * @param read reads the stored version
     * @return the conflict, if another change has to be looked at first
     */
    public Optional<EditConflict> save(Consumer<String> save, Supplier<Version> read) {
        var tag = etag;
        for (var attempt = 1; ; attempt++) {
            try {
                save.accept(tag);
                return Optional.empty();
            } catch (HttpClientErrorException refused) {
                if (!refused.getStatusCode().isSameCodeAs(HttpStatus.PRECONDITION_FAILED)) {
                    throw refused;
                }
                var stored = read.get();
                if (stored.values().equals(typed)) {
                    return Optional.empty();
                }
                if (!stored.values().equals(opened) || attempt == ATTEMPTS) {
                    return Optional.of(new EditConflict(this, stored));
                }
                tag = stored.etag();
            }
        }
    }
}
