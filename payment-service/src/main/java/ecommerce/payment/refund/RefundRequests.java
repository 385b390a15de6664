package ecommerce.payment.refund;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import ecommerce.defaults.audit.Audit;
import ecommerce.defaults.audit.AuditEvent;
import ecommerce.defaults.idempotency.IdempotentRequests.Created;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import ecommerce.defaults.security.Caller;
import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentQueries;
import ecommerce.payment.payment.PaymentRepository;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.Instruction;
import ecommerce.payment.provider.Instruction.Kind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores requests for refunds. Their sum never exceeds the captured amount, because pending refunds count and the
 * payment is locked.
 */
@Service
@Transactional
public class RefundRequests {

    private final PaymentRepository payments;
    private final PaymentQueries queries;
    private final RefundRepository refunds;
    private final PaymentLedger ledger;
    private final DurableTasks tasks;
    private final Audit audit;

    RefundRequests(
            PaymentRepository payments,
            PaymentQueries queries,
            RefundRepository refunds,
            PaymentLedger ledger,
            DurableTasks tasks,
            Audit audit) {
        this.payments = payments;
        this.queries = queries;
        this.refunds = refunds;
        this.ledger = ledger;
        this.tasks = tasks;
        this.audit = audit;
    }

    /**
     * Requests a refund of a part of a payment for staff. Throws 409 if less can be refunded, and 412 if {@code ifMatch}
     * is given and doesn't name the tag of the payment.
     */
    Created<RefundResponse> request(
            long paymentId, BigDecimal amount, String reason, @Nullable String ifMatch, Caller caller) {
        var payment = payments.lock(paymentId).orElseThrow(() -> Problem.notFound("payment", paymentId));
        queries.requireUnchanged(paymentId, ifMatch, caller);
        var left = left(payment);
        if (amount.compareTo(left) > 0) {
            throw Problem.conflict("At most %s of payment %d can still be refunded".formatted(left, paymentId));
        }
        var by = caller.username();
        var refund = store(new Refund(paymentId, amount, reason, by), payment, reason, by);
        tasks.schedule(settlement(refund));
        return new Created<>(
                "/api/payments/%d/refunds/%d".formatted(paymentId, refund.refundId()),
                RefundResponse.of(refund, payment.orderId()));
    }

    /** Requests a refund of the rest of an order's payment. Empty if nothing is left. */
    public Optional<Refund> requestRest(long orderId, String reason, String by) {
        var payment = payments.lockByOrderId(orderId).orElseThrow();
        var left = left(payment);
        if (left.signum() == 0) {
            return Optional.empty();
        }
        var refund = store(new Refund(payment.paymentId(), left, reason, by), payment, reason, by);
        tasks.scheduleAsSafetyNet(settlement(refund));
        return Optional.of(refund);
    }

    /**
     * Requests a refund of a part of an order's payment under the caller's reference. Returns the earlier refund with
     * this reference unless it failed. Throws 409 with {@code refundableAmount} if less can be refunded, and 422 if the
     * reference was used for another amount.
     */
    Refund requestPart(long orderId, UUID requestReference, BigDecimal amount, String reason, String by) {
        var payment = payments.lockByOrderId(orderId)
                .orElseThrow(() -> Problem.conflict("Order %d has no payment".formatted(orderId)));
        var before = refunds.findFirstByRequestReferenceOrderByRefundIdDesc(requestReference);
        if (before.isPresent() && before.get().status() != RefundStatus.FAILED) {
            if (before.get().paymentId() != payment.paymentId()
                    || before.get().amount().compareTo(amount) != 0) {
                throw Problem.unprocessable("The reference was already used for another refund");
            }
            return before.get();
        }
        var left = left(payment);
        if (amount.compareTo(left) > 0) {
            throw Problem.conflict(
                    "At most %s of the payment of order %d can still be refunded".formatted(left, orderId),
                    Map.of("refundableAmount", left, "pendingAmount", pending(payment)));
        }
        var refund =
                store(Refund.requested(payment.paymentId(), requestReference, amount, reason, by), payment, reason, by);
        tasks.scheduleAsSafetyNet(settlement(refund));
        return refund;
    }

    /**
     * Records money that the provider reports as returned. Each return is recorded once, whether we requested it or
     * not.
     */
    public void enterReturned(Payment payment, Charge.Returned returned) {
        var refund = refunds.findByReference(returned.reference())
                .orElseGet(() -> refunds.saveAndFlush(Refund.returned(payment.paymentId(), returned)));
        if (!refund.hasSucceeded()) {
            succeed(refund, payment);
        }
    }

    /** Records a refund that was made. The payment becomes refunded once the whole captured amount was returned. */
    void succeed(Refund refund, Payment payment) {
        refund.succeed();
        ledger.enterRefund(payment.paymentId(), refund.refundId(), refund.amount());
        var balance = ledger.balance(payment.paymentId());
        if (balance.refunded().compareTo(balance.captured()) >= 0) {
            payment.refundAll();
        }
    }

    private static TaskInstance<TaskOrigin> settlement(Refund refund) {
        return new Instruction(Kind.REFUND, refund.refundId()).task();
    }

    private Refund store(Refund requested, Payment payment, String reason, String by) {
        var refund = refunds.saveAndFlush(requested);
        audit.record(AuditEvent.of("payment.refund", "payment", payment.paymentId())
                .with("refundId", refund.refundId())
                .with("orderId", payment.orderId())
                .with("amount", refund.amount())
                .with("reason", reason)
                .with("by", by));
        return refund;
    }

    private BigDecimal pending(Payment payment) {
        return ledger.balance(payment.paymentId()).pending();
    }

    /**
     * Returns the amount that can still be refunded. It is never negative, although refunds and disputes together may
     * exceed the payment.
     */
    private BigDecimal left(Payment payment) {
        var captured = ledger.balance(payment.paymentId()).captured();
        return captured.subtract(refunds.sumPromised(payment.paymentId())).max(BigDecimal.ZERO);
    }
}
