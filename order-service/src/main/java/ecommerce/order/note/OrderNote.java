package ecommerce.order.note;

import ecommerce.defaults.aggregate.StoredTime;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A note of a member of staff on an order. */
@Entity
@Immutable
@Table(name = "order_note")
class OrderNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long noteId;

    private long orderId;
    private Instant writtenAt;
    private String writtenBy;
    private String text;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected OrderNote() {}

    /** @param writtenBy the user name of the member of staff */
    OrderNote(long orderId, String writtenBy, String text) {
        this.orderId = orderId;
        this.writtenAt = StoredTime.now();
        this.writtenBy = writtenBy;
        this.text = text;
    }

    long noteId() {
        return Objects.requireNonNull(noteId, "not stored yet");
    }

    long orderId() {
        return orderId;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    String writtenBy() {
        return writtenBy;
    }

    String text() {
        return text;
    }
}
