package ecommerce.order.checkout;

import ecommerce.order.order.OrderStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an order has come on its way to a goal: confirmed first, and after that perhaps cancelled or returned. */
@Entity
class Checkout {

    @Id
    private long orderId;

    @Enumerated(EnumType.STRING)
    private CheckoutPosition position;

    @Enumerated(EnumType.STRING)
    private OrderStatus goal;

    private @Nullable String paymentToken;
    private @Nullable String reason;
    private Instant deadline;
    private Instant stepSince;
    private int round;
    private boolean parked;
    private @Nullable String cancelRequestedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Checkout() {}

    Checkout(long orderId, @Nullable String paymentToken, Instant deadline) {
        this.orderId = orderId;
        this.position = CheckoutPosition.RESERVE_STOCK;
        this.goal = OrderStatus.CONFIRMED;
        this.paymentToken = paymentToken;
        this.deadline = deadline;
        this.stepSince = Instant.now();
    }

    /** Goes on to the next step. */
    void succeed() {
        moveTo(position.afterSuccess());
    }

    /** Turns towards another goal, from this step on, where it stands; the steps' task goes on. */
    void turnTo(OrderStatus newGoal, CheckoutPosition from, @Nullable String why) {
        goal = newGoal;
        reason = why;
        moveTo(from);
    }

    /** Takes up work again, with a task of its own: an older one that still runs finds its round over. */
    void beginRound() {
        round++;
        parked = false;
        stepSince = Instant.now();
    }

    /** Rests until staff decide. */
    void park() {
        parked = true;
    }

    /** Nothing where it has turned back already, for a reason of its own. */
    void requestCancel(String by, @Nullable String why) {
        if (goal == OrderStatus.CONFIRMED) {
            cancelRequestedBy = by;
            reason = why;
        }
    }

    /** The goods have left already. */
    void refuseCancel() {
        turnTo(OrderStatus.CONFIRMED, CheckoutPosition.DONE, null);
        cancelRequestedBy = null;
    }

    private void moveTo(CheckoutPosition next) {
        position = next;
        stepSince = Instant.now();
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

    OrderStatus goal() {
        return goal;
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

    Instant stepSince() {
        return stepSince;
    }

    int round() {
        return round;
    }

    boolean isParked() {
        return parked;
    }

    @Nullable String cancelRequestedBy() {
        return cancelRequestedBy;
    }
}
