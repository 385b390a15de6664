package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
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

/** The one payment of an order. Each transition happens once; asking for one that has happened changes nothing. */
@Entity
class Payment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long paymentId;

    private long orderId;
    private @Nullable Long userId;
    private BigDecimal amount;
    private UUID reference;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private @Nullable String declineReason;
    private Instant createdAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Payment() {}

    private Payment(long orderId, @Nullable Long userId, BigDecimal amount, PaymentStatus status) {
        this.orderId = orderId;
        this.userId = userId;
        this.amount = amount;
        this.status = status;
        this.reference = UUID.randomUUID();
        this.createdAt = Instant.now();
    }

    static Payment begin(long orderId, long userId, BigDecimal amount) {
        return new Payment(orderId, userId, amount, PaymentStatus.PENDING);
    }

    /** Of an order that is given up before its payment began: whatever comes later finds it void. */
    static Payment voidBeforehand(long orderId) {
        return new Payment(orderId, null, BigDecimal.ZERO, PaymentStatus.VOIDED);
    }

    /** Whether this is what a repeated request asks for. */
    boolean isFor(long otherUserId, BigDecimal otherAmount) {
        return Objects.equals(userId, otherUserId) && amount.compareTo(otherAmount) == 0;
    }

    /** @return whether something changed */
    boolean authorise() {
        return leave(PaymentStatus.PENDING, PaymentStatus.AUTHORISED);
    }

    /** @return whether something changed */
    boolean decline(String reason) {
        if (!leave(PaymentStatus.PENDING, PaymentStatus.DECLINED)) {
            return false;
        }
        declineReason = reason;
        return true;
    }

    /** @return whether something changed; 409 unless it is authorised or captured */
    boolean capture() {
        requireCapturable();
        return leave(PaymentStatus.AUTHORISED, PaymentStatus.CAPTURED);
    }

    void requireCapturable() {
        if (status != PaymentStatus.AUTHORISED && status != PaymentStatus.CAPTURED) {
            throw Problem.conflict("The payment of order %d is %s".formatted(orderId, status));
        }
    }

    /** @return whether something changed; 409 if the money was taken */
    boolean voidIt() {
        requireVoidable();
        return leave(PaymentStatus.PENDING, PaymentStatus.VOIDED)
                || leave(PaymentStatus.AUTHORISED, PaymentStatus.VOIDED);
    }

    void requireVoidable() {
        if (status == PaymentStatus.CAPTURED) {
            throw Problem.conflict("The payment of order %d is captured".formatted(orderId));
        }
    }

    private boolean leave(PaymentStatus from, PaymentStatus to) {
        if (status != from) {
            return false;
        }
        status = to;
        return true;
    }

    long paymentId() {
        return Objects.requireNonNull(paymentId, "not stored yet");
    }

    long orderId() {
        return orderId;
    }

    @Nullable Long userId() {
        return userId;
    }

    BigDecimal amount() {
        return amount;
    }

    UUID reference() {
        return reference;
    }

    PaymentStatus status() {
        return status;
    }

    @Nullable String declineReason() {
        return declineReason;
    }

    Instant createdAt() {
        return createdAt;
    }
}
