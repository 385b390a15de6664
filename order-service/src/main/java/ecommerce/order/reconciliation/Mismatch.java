package ecommerce.order.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * Something that doesn't agree.
 *
 * @param repair what is being done about it, or null where people must look
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
