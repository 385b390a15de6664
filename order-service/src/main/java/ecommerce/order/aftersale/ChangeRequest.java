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
 * Why and how an order is cancelled or returned.
 *
 * @param restock whether the pieces go back on sale; true unless it is false
 * @param items the pieces; all of the order if absent
 */
record ChangeRequest(
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable
        String reason,

        @Nullable Boolean restock,
        @Size(min = 1, max = 100) @Nullable List<@Valid @NotNull PiecesItem> items) {

    static ChangeRequest orEmpty(@Nullable ChangeRequest body) {
        return body == null ? new ChangeRequest(null, null, null) : body;
    }

    /** The request without what only staff may decide. */
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

    /** Answers 400 without a key, because a repeated request would change more pieces. */
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
