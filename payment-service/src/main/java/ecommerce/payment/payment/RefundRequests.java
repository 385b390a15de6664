package ecommerce.payment.payment;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import ecommerce.defaults.idempotency.IdempotencyKeys;
import ecommerce.defaults.idempotency.IdempotencyKeys.Key;
import ecommerce.defaults.idempotency.StoredAnswer;
import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.scheduling.DurableTasks;
import ecommerce.defaults.scheduling.TaskOrigin;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Promises refunds, never more than was captured: under the payment's lock, what is promised already counts. */
@Service
@Transactional
class RefundRequests {

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final PaymentLedger ledger;
    private final IdempotencyKeys keys;
    private final DurableTasks tasks;
    private final OneTimeTask<TaskOrigin> settleRefund;
    private final JsonMapper json;

    RefundRequests(
            PaymentRepository payments,
            RefundRepository refunds,
            PaymentLedger ledger,
            IdempotencyKeys keys,
            DurableTasks tasks,
            OneTimeTask<TaskOrigin> settleRefund,
            JsonMapper json) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.keys = keys;
        this.tasks = tasks;
        this.settleRefund = settleRefund;
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
        tasks.schedule(settleRefund.instance(Long.toString(refund.refundId())));
        return keys.remember(
                key,
                "/api/payments/%d/refunds/%d".formatted(paymentId, refund.refundId()),
                json.writeValueAsString(RefundResponse.of(refund)));
    }

    /** All that is left of an order's payment, if anything is. */
    Optional<Refund> requestRest(long orderId, String reason, String by) {
        var payment = payments.lockByOrderId(orderId).orElseThrow();
        var left = left(payment);
        if (left.signum() == 0) {
            return Optional.empty();
        }
        var refund = refunds.saveAndFlush(new Refund(payment.paymentId(), left, reason, by));
        tasks.scheduleAsSafetyNet(settleRefund.instance(Long.toString(refund.refundId())));
        return Optional.of(refund);
    }

    private BigDecimal left(Payment payment) {
        return ledger.balance(payment.paymentId()).captured().subtract(refunds.sumPromised(payment.paymentId()));
    }
}
