package ecommerce.order.fulfilment;

import org.jspecify.annotations.Nullable;

/**
 * The route of an amendment has ended. It is published in the transaction that ends the route.
 *
 * @param refusal why nothing was changed, or null if the pieces were changed
 */
public record PiecesChanged(
        long orderId, long amendmentId, @Nullable String refusal) {}
