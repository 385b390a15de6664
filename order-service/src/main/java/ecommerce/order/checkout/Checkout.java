package ecommerce.order.checkout;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an order's checkout has come. */
@Entity
class Checkout {

    @Id
    private long orderId;

    @Enumerated(EnumType.STRING)
    private CheckoutPosition position;

    private @Nullable String paymentToken;
    private @Nullable String reason;
    private Instant deadline;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Checkout() {}

    Checkout(long orderId, String paymentToken, Instant deadline) {
        this.orderId = orderId;
        this.position = CheckoutPosition.RESERVE_STOCK;
        this.paymentToken = paymentToken;
        this.deadline = deadline;
    }

    /** Goes on to the next step. */
    void succeed() {
        moveTo(position.afterSuccess());
    }

    /** Turns back. */
    void undoFrom(CheckoutPosition undo, String why) {
        reason = why;
        moveTo(undo);
    }

    private void moveTo(CheckoutPosition next) {
        position = next;
        if (next != CheckoutPosition.AUTHORISE_PAYMENT && next != CheckoutPosition.RESERVE_STOCK) {
            paymentToken = null;
        }
    }

    long orderId() {
        return orderId;
    }

    CheckoutPosition position() {
        return position;
    }

    @Nullable String paymentToken() {
        return paymentToken;
    }

    @Nullable String reason() {
        return reason;
    }

    Instant deadline() {
        return deadline;
    }
}
