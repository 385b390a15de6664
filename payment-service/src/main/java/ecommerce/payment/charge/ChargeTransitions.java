package ecommerce.payment.charge;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.payment.charge.CaptureRequests.Outcome;
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
    private final CaptureRequests captures;
    private final DurableTasks tasks;
    private final MeterRegistry meters;

    ChargeTransitions(
            PaymentRepository payments,
            PaymentLedger ledger,
            CaptureRequests captures,
            DurableTasks tasks,
            MeterRegistry meters) {
        this.payments = payments;
        this.ledger = ledger;
        this.captures = captures;
        this.tasks = tasks;
        this.meters = meters;
    }

    /**
     * An order's payment.
     *
     * @param isNew whether this call created it, so that the provider can't know of it yet
     */
    record Begun(Payment payment, boolean isNew) {}

    /** Finds or creates the order's payment. A concurrent second call fails on the unique key; the caller retries. */
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

    /** Finds the order's payment. Creates a voided payment if there is none. */
    Payment findOrVoid(long orderId) {
        return payments.findByOrderId(orderId).orElseGet(() -> {
            var payment = payments.saveAndFlush(Payment.voidBeforehand(orderId));
            record(payment);
            return payment;
        });
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
     * Stores the request to capture an authorised payment. Throws {@link PaymentRefusedException} if the payment can't
     * be captured.
     */
    Payment requestCapture(long orderId) {
        var payment = lock(orderId);
        payment.requireCapturable();
        if (payment.status() == PaymentStatus.AUTHORISED && !captures.request(payment.paymentId())) {
            throw payment.refused("isn't captured, because its order was closed by hand");
        }
        return payment;
    }

    /** Ends the request to capture a payment, because the provider refuses it. */
    void refuseCapture(Payment payment, String why) {
        var _ = lock(payment.orderId());
        captures.end(payment.paymentId(), Outcome.REFUSED, why);
    }

    /** Withdraws the request to capture the order's payment. Does nothing if the order has no payment. */
    void withdrawCapture(long orderId) {
        payments.lockByOrderId(orderId).ifPresent(payment -> captures.withdraw(payment.paymentId()));
    }

    /**
     * Finds a payment whose requested capture is still to be made. The previous version captures without ending the
     * request, so this ends it.
     */
    Optional<Payment> findCapturePending(long paymentId) {
        var payment = payments.lock(paymentId).orElseThrow();
        endCapture(payment);
        return captures.isPending(paymentId) ? Optional.of(payment) : Optional.empty();
    }

    /**
     * Voids the payment before the provider is told. Also schedules a task that tells the provider if this process dies
     * first.
     */
    Payment voidUnconfirmed(long orderId) {
        var payment = apply(orderId, Payment::voidIt);
        if (payment.isVoidUnconfirmed()) {
            tasks.scheduleAsSafetyNet(new Instruction(Kind.VOID, orderId).task());
        }
        return payment;
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
        endCapture(payment);
    }

    private void endCapture(Payment payment) {
        switch (payment.status()) {
            case CAPTURED, REFUNDED -> captures.end(payment.paymentId(), Outcome.DONE, null);
            case VOIDED -> captures.end(payment.paymentId(), Outcome.WITHDRAWN, null);
            case PENDING, AUTHORISED, DECLINED -> {
                // The capture isn't requested, or still to be made.
            }
        }
    }

    private static RuntimeException noPayment(long orderId) {
        return Problem.conflict("Order %d has no payment".formatted(orderId));
    }
}
