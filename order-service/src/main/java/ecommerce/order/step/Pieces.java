package ecommerce.order.step;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * Some pieces of an order that are cancelled or returned.
 *
 * @param reference under which the other services know the change
 * @param quantities by product id
 * @param restock whether the pieces go back on sale
 * @param refund what the customer gets back for them
 */
public record Pieces(
        long amendmentId,
        UUID reference,
        Map<Long, Integer> quantities,
        boolean restock,
        BigDecimal refund,
        String reason) {}
