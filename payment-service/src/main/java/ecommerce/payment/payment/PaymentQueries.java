package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.SortFields;
import java.math.BigDecimal;
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

    private final PaymentRepository payments;
    private final PaymentLedger ledger;

    PaymentQueries(PaymentRepository payments, PaymentLedger ledger) {
        this.payments = payments;
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
        var captured = ledger.captured(page.map(Payment::paymentId).getContent());
        return PageResponse.of(
                page,
                payment -> PaymentResponse.of(
                        payment, captured.getOrDefault(payment.paymentId(), BigDecimal.ZERO), null));
    }

    PaymentResponse find(long paymentId, Caller caller) {
        var payment = payments.findById(paymentId)
                .filter(found -> caller.isAdmin() || (found.userId() != null && caller.mayActFor(found.userId())))
                .orElseThrow(() -> Problem.notFound("payment", paymentId));
        var entries = ledger.findAll(paymentId);
        var captured = entries.stream()
                .filter(entry -> entry.entry() == PaymentStatus.CAPTURED)
                .map(PaymentLedger.Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return PaymentResponse.of(payment, captured, entries);
    }
}
