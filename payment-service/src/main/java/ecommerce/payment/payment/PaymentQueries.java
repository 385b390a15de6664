package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
import ecommerce.defaults.security.Caller;
import ecommerce.defaults.web.ETag;
import ecommerce.defaults.web.PageResponse;
import ecommerce.defaults.web.RepresentationTags;
import ecommerce.defaults.web.SortFields;
import ecommerce.payment.ledger.PaymentLedger;
import ecommerce.payment.ledger.PaymentLedger.Balance;
import ecommerce.payment.ledger.PaymentStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds payments for their owners and staff. */
@Service
@Transactional(readOnly = true)
public class PaymentQueries {

    private static final SortFields SORT = new SortFields(
            "paymentId",
            Map.of("paymentId", "paymentId", "orderId", "orderId", "amount", "amount", "createdAt", "createdAt"));

    private final PaymentRepository payments;
    private final PaymentLedger ledger;
    private final RepresentationTags tags;

    PaymentQueries(PaymentRepository payments, PaymentLedger ledger, RepresentationTags tags) {
        this.payments = payments;
        this.ledger = ledger;
        this.tags = tags;
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
                payment -> PaymentResponse.of(payment, balances.getOrDefault(payment.paymentId(), Balance.NONE), null));
    }

    PaymentResponse find(long paymentId, Caller caller) {
        var payment = load(paymentId, caller);
        return PaymentResponse.of(payment, ledger.balance(paymentId), ledger.findAll(paymentId));
    }

    /** Throws 412 if {@code ifMatch} is given and doesn't name the tag of the payment with its ledger. */
    public void requireUnchanged(long paymentId, @Nullable String ifMatch, Caller caller) {
        if (ETag.isConditional(ifMatch)) {
            tags.check(ifMatch, find(paymentId, caller));
        }
    }

    /** Loads a payment. Throws 404 if it doesn't exist or isn't the caller's. */
    public Payment load(long paymentId, Caller caller) {
        return payments.findById(paymentId)
                .filter(found -> caller.isAdmin() || (found.userId() != null && caller.mayActFor(found.userId())))
                .orElseThrow(() -> Problem.notFound("payment", paymentId));
    }
}
