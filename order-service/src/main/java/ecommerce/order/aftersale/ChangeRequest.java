package ecommerce.order.aftersale;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.order.amendment.PiecesChange;
import ecommerce.order.amendment.PiecesItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to cancel or return an order or some of its pieces.
 *
 * @param restock whether the pieces go back on sale; true if absent
 * @param items the pieces; the whole order if absent
 */
record ChangeRequest(
        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank") @Size(max = 200) @Nullable
        String reason,

        @Nullable Boolean restock,
        @Size(min = 1, max = 100) @Nullable List<@Valid @NotNull PiecesItem> items) {

    static ChangeRequest orEmpty(@Nullable ChangeRequest body) {
        return body == null ? new ChangeRequest(null, null, null) : body;
    }

    /** Returns the request without {@code restock}, unless the caller is staff. Only staff decide about restocking. */
    ChangeRequest by(Caller caller) {
        return caller.isAdmin() ? this : new ChangeRequest(reason, null, items);
    }

    String reasonOr(String otherwise) {
        return reason == null ? otherwise : reason;
    }

    boolean restocks() {
        return !Boolean.FALSE.equals(restock);
    }

    boolean namesPieces() {
        return items != null;
    }

    /**
     * Converts the request. Without a key it is refused with 400, because a repeated request would change more pieces.
     */
    PiecesChange.Request toPieces(@Nullable String idempotencyKey, String reasonOtherwise) {
        if (idempotencyKey == null) {
            throw Problem.invalid("Idempotency-Key", "is required if the request names items");
        }
        return new PiecesChange.Request(
                idempotencyKey,
                PiecesItem.sum(items == null ? List.of() : items),
                restocks(),
                reasonOr(reasonOtherwise));
    }
}
