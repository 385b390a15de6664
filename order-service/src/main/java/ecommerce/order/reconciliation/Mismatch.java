package ecommerce.order.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * A mismatch between an order and the data of another service.
 *
 * @param repair what is done about it, or null if staff must look at it
 */
record Mismatch(
        long orderId,
        MismatchKind kind,
        String detail,
        @Nullable String repair) {

    Mismatch(long orderId, MismatchKind kind, String detail) {
        this(orderId, kind, detail, null);
    }

    Mismatch repairedBy(String what) {
        return new Mismatch(orderId, kind, detail, what);
    }
}
