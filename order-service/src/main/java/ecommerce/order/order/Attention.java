package ecommerce.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Why staff should look at an order. The order goes on by itself in the meantime.
 *
 * @param since when the order was flagged
 */
@Embeddable
public record Attention(
        @Column(name = "attention_since") Instant since,
        @Column(name = "attention_reason") String reason) {}
