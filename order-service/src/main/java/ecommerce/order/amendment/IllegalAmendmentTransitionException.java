package ecommerce.order.amendment;

import org.jspecify.annotations.Nullable;

/** Thrown when the status of an amendment doesn't allow a transition. */
class IllegalAmendmentTransitionException extends IllegalStateException {

    IllegalAmendmentTransitionException(@Nullable Long amendmentId, AmendmentStatus status, String wanted) {
        super("Amendment %d is %s and can't be %s".formatted(amendmentId, status, wanted));
    }
}
