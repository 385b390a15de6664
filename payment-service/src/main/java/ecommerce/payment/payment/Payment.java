package ecommerce.payment.payment;

import ecommerce.defaults.aggregate.StoredTime;
import ecommerce.payment.ledger.PaymentStatus;
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

/** The payment of an order. An order has one payment. Each transition happens once; repeating it changes nothing. */
@Entity
public class Payment {

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
    private boolean voidConfirmed;
    private @Nullable Instant captureRequestedAt;

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
        this.createdAt = StoredTime.now();
    }

    public static Payment begin(long orderId, long userId, BigDecimal amount) {
        return new Payment(orderId, userId, amount, PaymentStatus.PENDING);
    }

    /**
     * Creates a voided payment for an order that is given up before its payment began. Later requests find it voided.
     */
    public static Payment voidBeforehand(long orderId) {
        var payment = new Payment(orderId, null, BigDecimal.ZERO, PaymentStatus.VOIDED);
        payment.voidConfirmed = true;
        return payment;
    }

    /** Returns whether a repeated request asks for this payment. */
    public boolean isFor(long otherUserId, BigDecimal otherAmount) {
        return Objects.equals(userId, otherUserId) && amount.compareTo(otherAmount) == 0;
    }

    /** Marks a pending payment as authorised. Returns whether something changed. */
    public boolean authorise() {
        return leave(PaymentStatus.PENDING, PaymentStatus.AUTHORISED);
    }

    /** Marks a pending payment as declined. Returns whether something changed. */
    public boolean decline(String reason) {
        if (!leave(PaymentStatus.PENDING, PaymentStatus.DECLINED)) {
            return false;
        }
        declineReason = reason;
        return true;
    }

    /** Stores that an authorised payment is to be captured. Throws like {@link #capture}. */
    public void requestCapture() {
        requireCapturable();
        if (status == PaymentStatus.AUTHORISED && captureRequestedAt == null) {
            captureRequestedAt = StoredTime.now();
        }
    }

    /** Withdraws the request to capture an authorised payment, because the provider has refused it. */
    public void withdrawCapture() {
        if (status == PaymentStatus.AUTHORISED) {
            captureRequestedAt = null;
        }
    }

    /** Returns whether the capture is requested and its outcome isn't known. A void withdraws the request. */
    public boolean isCapturePending() {
        return status == PaymentStatus.AUTHORISED && captureRequestedAt != null;
    }

    /**
     * Captures the payment. Throws {@link PaymentRefusedException} unless it is authorised or captured.
     *
     * @return whether something changed
     */
    public boolean capture() {
        requireCapturable();
        return leave(PaymentStatus.AUTHORISED, PaymentStatus.CAPTURED);
    }

    /** Marks a voided or declined payment as captured. The caller must refund it. Returns whether something changed. */
    public boolean captureAfterAll() {
        return leave(PaymentStatus.VOIDED, PaymentStatus.CAPTURED)
                || leave(PaymentStatus.DECLINED, PaymentStatus.CAPTURED);
    }

    private void requireCapturable() {
        if (status != PaymentStatus.AUTHORISED && status != PaymentStatus.CAPTURED) {
            throw refused("is " + status);
        }
    }

    /** Returns the exception for a request that the payment's status doesn't allow. Retrying won't help. */
    public PaymentRefusedException refused(String why) {
        return new PaymentRefusedException("The payment of order %d %s".formatted(orderId, why), status);
    }

    /** Voids the payment. A captured payment stays captured. Returns whether something changed. */
    public boolean voidIt() {
        return leave(PaymentStatus.PENDING, PaymentStatus.VOIDED)
                || leave(PaymentStatus.AUTHORISED, PaymentStatus.VOIDED);
    }

    /** Marks the payment as refunded after the whole captured amount was returned. */
    public void refundAll() {
        leave(PaymentStatus.CAPTURED, PaymentStatus.REFUNDED);
    }

    /** Records whether the provider has confirmed the void. */
    public void confirmVoid(boolean confirmed) {
        voidConfirmed = confirmed;
    }

    /** Returns whether the provider may still hold money for this voided or declined payment. */
    public boolean isVoidUnconfirmed() {
        return (status == PaymentStatus.VOIDED || status == PaymentStatus.DECLINED) && !voidConfirmed;
    }

    private boolean leave(PaymentStatus from, PaymentStatus to) {
        if (status != from) {
            return false;
        }
        status = to;
        return true;
    }

    public long paymentId() {
        return Objects.requireNonNull(paymentId, "not stored yet");
    }

    public long orderId() {
        return orderId;
    }

    public @Nullable Long userId() {
        return userId;
    }

    public BigDecimal amount() {
        return amount;
    }

    public UUID reference() {
        return reference;
    }

    public PaymentStatus status() {
        return status;
    }

    public @Nullable String declineReason() {
        return declineReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
