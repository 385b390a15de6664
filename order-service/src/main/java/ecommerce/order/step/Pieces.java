package ecommerce.order.step;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * Pieces of an order that are cancelled or returned.
 *
 * @param reference identifies the change in the other services
 * @param quantities by product id
 * @param restock whether the pieces go back on sale
 * @param refund the amount that the customer is refunded for them
 * @param orderedBy who has requested the change or, if staff decided about it, the member of staff
 */
public record Pieces(
        long amendmentId,
        UUID reference,
        Map<Long, Integer> quantities,
        boolean restock,
        BigDecimal refund,
        String reason,
        String orderedBy) {}
