package ecommerce.payment.payment;

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

/** The one payment of an order. Each transition happens once; asking for one that has happened changes nothing. */
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

    public static Payment begin(long orderId, long userId, BigDecimal amount) {
        return new Payment(orderId, userId, amount, PaymentStatus.PENDING);
    }

    /** Of an order that is given up before its payment began: whatever comes later finds it void. */
    public static Payment voidBeforehand(long orderId) {
        var payment = new Payment(orderId, null, BigDecimal.ZERO, PaymentStatus.VOIDED);
        payment.voidConfirmed = true;
        return payment;
    }

    /** Whether this is what a repeated request asks for. */
    public boolean isFor(long otherUserId, BigDecimal otherAmount) {
        return Objects.equals(userId, otherUserId) && amount.compareTo(otherAmount) == 0;
    }

    /** @return whether something changed */
    public boolean authorise() {
        return leave(PaymentStatus.PENDING, PaymentStatus.AUTHORISED);
    }

    /** @return whether something changed */
    public boolean decline(String reason) {
        if (!leave(PaymentStatus.PENDING, PaymentStatus.DECLINED)) {
            return false;
        }
        declineReason = reason;
        return true;
    }

    /** @return whether something changed. Throws {@link PaymentRefusedException} unless it is authorised or captured. */
    public boolean capture() {
        requireCapturable();
        return leave(PaymentStatus.AUTHORISED, PaymentStatus.CAPTURED);
    }

    /** The provider has captured what is voided or declined here. The money must go back. */
    public boolean captureAfterAll() {
        return leave(PaymentStatus.VOIDED, PaymentStatus.CAPTURED)
                || leave(PaymentStatus.DECLINED, PaymentStatus.CAPTURED);
    }

    public void requireCapturable() {
        switch (status) {
            case AUTHORISED, CAPTURED -> {
                // it can be, or has been
            }
            case PENDING, VOIDED, DECLINED, REFUNDED -> throw refused("is " + status);
        }
    }

    /** The exception for a request that the payment's status forbids; repeating the request won't help. */
    public PaymentRefusedException refused(String why) {
        return new PaymentRefusedException("The payment of order %d %s".formatted(orderId, why), status);
    }

    /** @return whether something changed; a payment that is captured stays so */
    public boolean voidIt() {
        return leave(PaymentStatus.PENDING, PaymentStatus.VOIDED)
                || leave(PaymentStatus.AUTHORISED, PaymentStatus.VOIDED);
    }

    /** All that was captured has gone back. */
    public void refundAll() {
        leave(PaymentStatus.CAPTURED, PaymentStatus.REFUNDED);
    }

    /** Whether the provider has been told that it is void. */
    public void confirmVoid(boolean confirmed) {
        voidConfirmed = confirmed;
    }

    /** Tells whether the provider may still hold money that is given up here. */
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
