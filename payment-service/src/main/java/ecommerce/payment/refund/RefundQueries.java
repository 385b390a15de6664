package ecommerce.payment.refund;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.payment.payment.PaymentQueries;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the refunds of a payment, for its owner and staff. */
@Service
@Transactional(readOnly = true)
class RefundQueries {

    private static final SortFields SORT =
            new SortFields("refundId", Map.of("refundId", "refundId", "amount", "amount", "createdAt", "createdAt"));

    private final PaymentQueries payments;
    private final RefundRepository refunds;

    RefundQueries(PaymentQueries payments, RefundRepository refunds) {
        this.payments = payments;
        this.refunds = refunds;
    }

    PageResponse<RefundResponse> search(long paymentId, Pageable pageable, Caller caller) {
        var payment = payments.load(paymentId, caller);
        return PageResponse.of(refunds.findByPaymentId(payment.paymentId(), SORT.apply(pageable)), RefundResponse::of);
    }

    RefundResponse find(long paymentId, long refundId, Caller caller) {
        var payment = payments.load(paymentId, caller);
        return refunds.findByRefundIdAndPaymentId(refundId, payment.paymentId())
                .map(RefundResponse::of)
                .orElseThrow(() -> Problem.notFound("refund", refundId));
    }
}
