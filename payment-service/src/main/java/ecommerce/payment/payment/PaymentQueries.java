package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.payment.payment.PaymentLedger.Balance;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners and staff may see of payments. */
@Service
@Transactional(readOnly = true)
class PaymentQueries {

    private static final SortFields SORT = new SortFields(
            "paymentId",
            Map.of("paymentId", "paymentId", "orderId", "orderId", "amount", "amount", "createdAt", "createdAt"));

    private static final SortFields REFUND_SORT =
            new SortFields("refundId", Map.of("refundId", "refundId", "amount", "amount", "createdAt", "createdAt"));

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final PaymentLedger ledger;

    PaymentQueries(PaymentRepository payments, RefundRepository refunds, PaymentLedger ledger) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
    }

    PageResponse<PaymentResponse> search(
            @Nullable Long userId,
            @Nullable Long orderId,
            @Nullable PaymentStatus status,
            Pageable pageable,
            Caller caller) {
        var owner = caller.isAdmin() ? userId : Long.valueOf(caller.userId());
        var page = payments.search(owner, orderId, status, SORT.apply(pageable));
        var balances = ledger.balances(page.map(Payment::paymentId).getContent());
        return PageResponse.of(
                page,
                payment -> PaymentResponse.of(
                        payment, balances.getOrDefault(payment.paymentId(), Balance.NONE), null));
    }

    PaymentResponse find(long paymentId, Caller caller) {
        var payment = load(paymentId, caller);
        return PaymentResponse.of(payment, ledger.balance(paymentId), ledger.findAll(paymentId));
    }

    PageResponse<RefundResponse> findRefunds(long paymentId, Pageable pageable, Caller caller) {
        load(paymentId, caller);
        var page = refunds.findByPaymentId(paymentId, REFUND_SORT.apply(pageable));
        return PageResponse.of(page, RefundResponse::of);
    }

    RefundResponse findRefund(long paymentId, long refundId, Caller caller) {
        load(paymentId, caller);
        return refunds.findByRefundIdAndPaymentId(refundId, paymentId)
                .map(RefundResponse::of)
                .orElseThrow(() -> Problem.notFound("refund", refundId));
    }

    private Payment load(long paymentId, Caller caller) {
        return payments.findById(paymentId)
                .filter(found -> caller.isAdmin() || (found.userId() != null && caller.mayActFor(found.userId())))
                .orElseThrow(() -> Problem.notFound("payment", paymentId));
    }
}
