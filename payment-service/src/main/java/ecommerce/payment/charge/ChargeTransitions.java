package ecommerce.payment.charge;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.ledger.PaymentStatus;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentRefusedException;
import ecommerce.payment.payment.PaymentRepository;
import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes payments in short transactions, between which the provider is called. Each transaction locks the payment's
 * row.
 */
@Service
@Transactional
class ChargeTransitions {

    private final PaymentRepository payments;
    private final PaymentLedger ledger;
    private final DurableTasks tasks;
    private final MeterRegistry meters;

    ChargeTransitions(PaymentRepository payments, PaymentLedger ledger, DurableTasks tasks, MeterRegistry meters) {
        this.payments = payments;
        this.ledger = ledger;
        this.tasks = tasks;
        this.meters = meters;
    }

    /**
     * An order's payment.
     *
     * @param isNew whether this call created it, so that the provider can't know of it yet
     */
    record Begun(Payment payment, boolean isNew) {}

    /**
     * Finds or creates the order's payment. Throws DataIntegrityViolationException if a concurrent call creates it; a second
     * call then finds it.
     */
    Begun begin(long orderId, long userId, BigDecimal amount) {
        return payments.findByOrderId(orderId)
                .map(payment -> new Begun(payment, false))
                .orElseGet(() -> new Begun(payments.saveAndFlush(Payment.begin(orderId, userId, amount)), true));
    }

    Payment find(long orderId) {
        return payments.findByOrderId(orderId).orElseThrow(() -> noPayment(orderId));
    }

    Optional<Payment> findByReference(UUID reference) {
        return payments.findByReference(reference);
    }

    /** Locks the payment and applies a transition. If that changes the payment, adds an entry to the ledger. */
    Payment apply(long orderId, Predicate<Payment> transition) {
        return change(lock(orderId), transition);
    }

    /** Applies a transition to a payment that this transaction has locked. */
    Payment change(Payment locked, Predicate<Payment> transition) {
        if (transition.test(locked)) {
            payments.flush();
            record(locked);
        }
        return locked;
    }

    /**
     * Stores the request to capture the order's payment before the provider is called. Throws {@link
     * PaymentRefusedException} if the payment can't be captured.
     */
    Payment requestCapture(long orderId) {
        var payment = lockUnlessVoided(orderId);
        payment.requestCapture();
        return payment;
    }

    /** Records that the provider has captured the payment. Throws {@link PaymentRefusedException} if it was voided. */
    Payment capture(long orderId) {
        return change(lockUnlessVoided(orderId), Payment::capture);
    }

    /** Records that the provider has refused to capture the payment. */
    void withdrawCapture(long orderId) {
        lock(orderId).withdrawCapture();
    }

    /** Locks the payment. Throws if the provider captured it after its void or decline, because it is then refunded. */
    private Payment lockUnlessVoided(long orderId) {
        var payment = lock(orderId);
        if (payment.status() == PaymentStatus.CAPTURED && ledger.wasVoidedOrDeclined(payment.paymentId())) {
            throw payment.refused("was voided or declined before it was captured");
        }
        return payment;
    }

    /** Finds a payment whose capture is requested and whose outcome isn't known. */
    Optional<Payment> findCapturePending(long paymentId) {
        return payments.findById(paymentId).filter(Payment::isCapturePending);
    }

    /**
     * Voids the order's payment, unless it is captured, refunded or declined, before the provider is told. This also
     * withdraws a pending capture: if the provider has made it, {@link ChargeAction} refunds it. Schedules a task that
     * tells the provider if the caller doesn't.
     */
    Payment voidUnconfirmed(long orderId) {
        var payment = change(lockOrVoid(orderId), Payment::voidIt);
        if (payment.status() == PaymentStatus.VOIDED && payment.isVoidUnconfirmed()) {
            tasks.scheduleAsSafetyNet(new Instruction(Kind.VOID, orderId).task());
        }
        return payment;
    }

    /** Locks the order's payment. Creates a voided payment if there is none. */
    private Payment lockOrVoid(long orderId) {
        return payments.lockByOrderId(orderId).orElseGet(() -> {
            var payment = payments.saveAndFlush(Payment.voidBeforehand(orderId));
            record(payment);
            return payment;
        });
    }

    /** Locks the order's payment until the transaction ends. */
    Payment lock(long orderId) {
        return payments.lockByOrderId(orderId).orElseThrow(() -> noPayment(orderId));
    }

    /** Schedules a durable task that voids the charge at the provider. */
    void voidThere(long orderId) {
        lock(orderId).confirmVoid(false);
        tasks.schedule(new Instruction(Kind.VOID, orderId).anotherTask());
    }

    /** Records that the provider has confirmed the void, unless the payment has changed since the call. */
    void confirmVoid(Payment told) {
        var payment = payments.lockByOrderId(told.orderId()).orElseThrow(() -> noPayment(told.orderId()));
        if (payment.version() == told.version()) {
            payment.confirmVoid(true);
        }
    }

    private void record(Payment payment) {
        ledger.enter(payment.paymentId(), payment.status(), payment.amount());
        meters.counter("shop.payments", "outcome", payment.status().name()).increment();
    }

    private static RuntimeException noPayment(long orderId) {
        return Problem.conflict("Order %d has no payment".formatted(orderId));
    }
}
