package ecommerce.proxyclient.desk.change;

import ecommerce.proxyclient.page.FormErrors;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the attempt to save an edit has ended. If the edit isn't saved, the form is shown again.
 *
 * @param conflict the newer stored version; null if there is none
 * @param errors why the service refused the edit, or that its answer is lost
 */
public record EditResult(VersionedEdit sent, @Nullable EditConflict conflict, FormErrors errors) {

    public boolean isSaved() {
        return conflict == null && errors.isEmpty();
    }

    /** Returns the edit of the form that is shown again. */
    public VersionedEdit edit() {
        return conflict == null ? sent : conflict.reopened();
    }

    /**
     * Returns the form that is shown again: as it was typed, or with the newer version where nothing was typed.
     *
     * @param withValues makes a form of the values of its fields
     */
    public <F> F form(F typed, Function<Map<String, String>, F> withValues) {
        return conflict == null ? typed : withValues.apply(conflict.merged());
    }
}
