package ecommerce.payment.refund;

import ecommerce.defaults.aggregate.StoredTime;
import ecommerce.payment.provider.Charge;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund of a part or the whole of a payment. */
@Entity
public class Refund {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long refundId;

    private long paymentId;
    private BigDecimal amount;
    private String reason;
    private UUID reference;

    @Enumerated(EnumType.STRING)
    private RefundStatus status;

    private String requestedBy;
    private Instant createdAt;
    private @Nullable Instant settledAt;
    private @Nullable String failure;
    private @Nullable UUID requestReference;
    private boolean disputed;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Refund() {}

    Refund(long paymentId, BigDecimal amount, String reason, String requestedBy) {
        this(paymentId, UUID.randomUUID(), amount, reason, requestedBy);
    }

    private Refund(long paymentId, UUID reference, BigDecimal amount, String reason, String requestedBy) {
        this.paymentId = paymentId;
        this.amount = amount;
        this.reason = reason;
        this.reference = reference;
        this.status = RefundStatus.PENDING;
        this.requestedBy = requestedBy;
        this.createdAt = StoredTime.now();
    }

    /** Creates a refund under the caller's own reference. */
    static Refund requested(long paymentId, UUID requestReference, BigDecimal amount, String reason, String by) {
        var refund = new Refund(paymentId, amount, reason, by);
        refund.requestReference = requestReference;
        return refund;
    }

    /** Creates a refund for money that was returned without our request. */
    static Refund returned(long paymentId, Charge.Returned returned) {
        var reason = returned.disputed() ? "Disputed by the customer" : "Refunded at the provider";
        var refund = new Refund(paymentId, returned.reference(), returned.amount(), reason, "provider");
        refund.disputed = returned.disputed();
        return refund;
    }

    void succeed() {
        status = RefundStatus.SUCCEEDED;
        settledAt = StoredTime.now();
    }

    void fail(String why) {
        status = RefundStatus.FAILED;
        settledAt = StoredTime.now();
        failure = why;
    }

    boolean hasSucceeded() {
        return status == RefundStatus.SUCCEEDED;
    }

    boolean isDisputed() {
        return disputed;
    }

    boolean isPending() {
        return status == RefundStatus.PENDING;
    }

    public long refundId() {
        return Objects.requireNonNull(refundId, "not stored yet");
    }

    long paymentId() {
        return paymentId;
    }

    public BigDecimal amount() {
        return amount;
    }

    String reason() {
        return reason;
    }

    UUID reference() {
        return reference;
    }

    public RefundStatus status() {
        return status;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant settledAt() {
        return settledAt;
    }

    public @Nullable String failure() {
        return failure;
    }
}
