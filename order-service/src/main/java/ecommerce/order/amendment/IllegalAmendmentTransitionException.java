package ecommerce.order.amendment;

import org.jspecify.annotations.Nullable;

/** An amendment was told to do what its status doesn't allow. */
class IllegalAmendmentTransitionException extends IllegalStateException {

    IllegalAmendmentTransitionException(@Nullable Long amendmentId, AmendmentStatus status, String wanted) {
        super("Amendment %d is %s and can't be %s".formatted(amendmentId, status, wanted));
    }
}
