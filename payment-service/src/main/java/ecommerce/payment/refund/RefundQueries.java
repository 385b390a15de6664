package ecommerce.payment.refund;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import ecommerce.payment.payment.Payment;
import ecommerce.payment.payment.PaymentQueries;
import ecommerce.payment.payment.PaymentRepository;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the refunds of a payment, for its owner and staff, and those of all payments, for staff. */
@Service
@Transactional(readOnly = true)
class RefundQueries {

    private static final SortFields SORT =
            new SortFields("refundId", Map.of("refundId", "refundId", "amount", "amount", "createdAt", "createdAt"));

    private final PaymentQueries queries;
    private final PaymentRepository payments;
    private final RefundRepository refunds;

    RefundQueries(PaymentQueries queries, PaymentRepository payments, RefundRepository refunds) {
        this.queries = queries;
        this.payments = payments;
        this.refunds = refunds;
    }

    PageResponse<RefundResponse> search(long paymentId, Pageable pageable, Caller caller) {
        var payment = queries.load(paymentId, caller);
        return PageResponse.of(
                refunds.findByPaymentId(payment.paymentId(), SORT.apply(pageable)),
                refund -> RefundResponse.of(refund, payment.orderId()));
    }

    /** Finds the refunds of all payments. A null status matches all refunds. */
    PageResponse<RefundResponse> searchAll(@Nullable RefundStatus status, Pageable pageable) {
        var page = refunds.search(status, SORT.apply(pageable));
        var orderIds = payments.findAllById(page.map(Refund::paymentId)).stream()
                .collect(Collectors.toMap(Payment::paymentId, Payment::orderId));
        return PageResponse.of(
                page, refund -> RefundResponse.of(refund, Objects.requireNonNull(orderIds.get(refund.paymentId()))));
    }

    RefundResponse find(long paymentId, long refundId, Caller caller) {
        var payment = queries.load(paymentId, caller);
        return refunds.findByRefundIdAndPaymentId(refundId, payment.paymentId())
                .map(refund -> RefundResponse.of(refund, payment.orderId()))
                .orElseThrow(() -> Problem.notFound("refund", refundId));
    }
}
