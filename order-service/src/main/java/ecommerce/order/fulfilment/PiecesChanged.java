package ecommerce.order.fulfilment;

import org.jspecify.annotations.Nullable;

/**
 * Published when the route of an amendment ends, in the same transaction.
 *
 * @param refusal why nothing was changed, or null if the pieces were changed
 */
public record PiecesChanged(
        long orderId, long amendmentId, @Nullable String refusal) {}
