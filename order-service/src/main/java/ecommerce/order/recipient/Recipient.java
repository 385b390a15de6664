package ecommerce.order.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The recipient of an order, as it was when the order was placed. */
@Embeddable
public record Recipient(
        @Column(name = "recipient_name") String name,
        @Column(name = "recipient_email") @Nullable String email,
        @Column(name = "recipient_phone") @Nullable String phone) {}
