package ecommerce.order.order;

import ecommerce.defaults.aggregate.StoredTime;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Stores an order's status, the history of its changes and the flag for staff. */
@Embeddable
class OrderLifecycle {

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private @Nullable String reason;
    private Instant changedAt;

    @Embedded
    private @Nullable Attention attention;

    @ElementCollection
    @CollectionTable(name = "order_history", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    private List<HistoryEntry> history = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected OrderLifecycle() {}

    OrderLifecycle(Instant placedAt, String by) {
        changedAt = placedAt;
        status = OrderStatus.PENDING;
        history.add(new HistoryEntry(placedAt, by, null, status, null));
    }

    /**
     * Changes the status. Throws {@link IllegalOrderTransitionException} if the current status doesn't allow the next
     * one.
     */
    void moveTo(OrderStatus next, String by, @Nullable String why) {
        if (!status.mayBecome(next)) {
            throw new IllegalOrderTransitionException(status, next);
        }
        changedAt = StoredTime.now();
        history.add(new HistoryEntry(changedAt, by, status, next, why));
        status = next;
        reason = next.isUndone() ? why : null;
    }

    void note(String what, String by) {
        changedAt = StoredTime.now();
        history.add(new HistoryEntry(changedAt, by, status, status, what));
    }

    void flag(String why, String by) {
        attention = new Attention(StoredTime.now(), why);
        note(why, by);
    }

    void endFlag(String by) {
        if (attention != null) {
            attention = null;
            note("No longer needs attention", by);
        }
    }

    /**
     * Returns the status that the order had before the previous version set it to NEEDS_ATTENTION. Flags the order as
     * of that time.
     */
    OrderStatus unpark() {
        var parked = history.reversed().stream()
                .filter(entry ->
                        entry.to() == OrderStatus.NEEDS_ATTENTION && entry.from() != OrderStatus.NEEDS_ATTENTION)
                .findFirst()
                .orElseThrow();
        attention = new Attention(parked.at(), Objects.requireNonNullElse(parked.reason(), "Parked"));
        return Objects.requireNonNull(parked.from());
    }

    OrderStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    Attention attention() {
        return attention;
    }

    List<HistoryEntry> history() {
        return history;
    }
}
