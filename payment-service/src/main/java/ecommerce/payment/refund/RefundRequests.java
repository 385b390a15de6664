package ecommerce.payment.refund;

import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.idempotency.StoredAnswer;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentRepository;
import ecommerce.payment.provider.Charge;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Promises refunds, never more than was captured: under the payment's lock, what is promised already counts. */
@Service
@Transactional
public class RefundRequests {

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final PaymentLedger ledger;
    private final IdempotencyKeys keys;
    private final DurableTasks tasks;
    private final JsonMapper json;

    RefundRequests(
            PaymentRepository payments,
            RefundRepository refunds,
            PaymentLedger ledger,
            IdempotencyKeys keys,
            DurableTasks tasks,
            JsonMapper json) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.keys = keys;
        this.tasks = tasks;
        this.json = json;
    }

    /** A part of a payment; 409 if there isn't so much left of what was captured. */
    StoredAnswer request(long paymentId, BigDecimal amount, String reason, Key key, String by) {
        if (!keys.claim(key)) {
            return keys.find(key).orElseThrow();
        }
        var payment = payments.lock(paymentId).orElseThrow(() -> Problem.notFound("payment", paymentId));
        var left = left(payment);
        if (amount.compareTo(left) > 0) {
            throw Problem.conflict("No more than %s of payment %d can be refunded".formatted(left, paymentId));
        }
        var refund = refunds.saveAndFlush(new Refund(paymentId, amount, reason, by));
        tasks.schedule(RefundTask.settle(refund));
        return keys.remember(
                key,
                "/api/payments/%d/refunds/%d".formatted(paymentId, refund.refundId()),
                json.writeValueAsString(RefundResponse.of(refund)));
    }

    /** All that is left of an order's payment, if anything is. */
    public Optional<Refund> requestRest(long orderId, String reason, String by) {
        var payment = payments.lockByOrderId(orderId).orElseThrow();
        var left = left(payment);
        if (left.signum() == 0) {
            return Optional.empty();
        }
        var refund = refunds.saveAndFlush(new Refund(payment.paymentId(), left, reason, by));
        tasks.scheduleAsSafetyNet(RefundTask.settle(refund));
        return Optional.of(refund);
    }

    /**
     * A part of an order's payment, under the caller's reference. Answers the refund that was requested before unless it
     * has failed. 409 with {@code refundableAmount} if less is left, 422 if the reference was used for another amount.
     */
    Refund requestPart(long orderId, UUID requestReference, BigDecimal amount, String reason, String by) {
        var payment = payments.lockByOrderId(orderId)
                .orElseThrow(() -> Problem.conflict("Order %d has no payment".formatted(orderId)));
        var before = refunds.findFirstByRequestReferenceOrderByRefundIdDesc(requestReference);
        if (before.isPresent() && before.get().status() != RefundStatus.FAILED) {
            if (before.get().paymentId() != payment.paymentId()
                    || before.get().amount().compareTo(amount) != 0) {
                throw Problem.unprocessable("The reference was used for another refund");
            }
            return before.get();
        }
        var left = left(payment);
        if (amount.compareTo(left) > 0) {
            throw Problem.conflict(
                    "No more than %s of the payment of order %d can be refunded".formatted(left, orderId),
                    Map.of("refundableAmount", left, "pendingAmount", pending(payment)));
        }
        var refund = refunds.saveAndFlush(Refund.requested(payment.paymentId(), requestReference, amount, reason, by));
        tasks.scheduleAsSafetyNet(RefundTask.settle(refund));
        return refund;
    }

    /** Enters money that the provider reports as gone back, once, whether we asked for it or not. */
    public void enterReturned(Payment payment, Charge.Returned returned) {
        var refund = refunds.findByReference(returned.reference())
                .orElseGet(() -> refunds.saveAndFlush(Refund.returned(payment.paymentId(), returned)));
        if (!refund.hasSucceeded()) {
            succeed(refund, payment);
        }
    }

    /** Enters a refund that was made. The payment is refunded once all of it has gone back. */
    void succeed(Refund refund, Payment payment) {
        refund.succeed();
        ledger.enterRefund(payment.paymentId(), refund.refundId(), refund.amount());
        var balance = ledger.balance(payment.paymentId());
        if (balance.refunded().compareTo(balance.captured()) >= 0) {
            payment.refundAll();
        }
    }

    private BigDecimal pending(Payment payment) {
        return ledger.balance(payment.paymentId()).pending();
    }

    /** What can still be refunded; never below zero, although refunds and disputes may exceed the payment together. */
    private BigDecimal left(Payment payment) {
        var captured = ledger.balance(payment.paymentId()).captured();
        return captured.subtract(refunds.sumPromised(payment.paymentId())).max(BigDecimal.ZERO);
    }
}
