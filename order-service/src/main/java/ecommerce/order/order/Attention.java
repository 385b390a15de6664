package ecommerce.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The flag that asks staff to look at an order. The order's steps are still retried meanwhile.
 *
 * @param since when the order was flagged
 */
@Embeddable
public record Attention(
        @Column(name = "attention_since") Instant since,
        @Column(name = "attention_reason") String reason) {}
