package ecommerce.payment.charge;

import ecommerce.payment.payment.Payment;
import ecommerce.payment.provider.Charge;
import ecommerce.payment.refund.RefundRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies the provider's report of a charge to the payment, as {@link ChargeAction} defines. Idempotent; reports may
 * arrive in any order.
 */
@Service
@Transactional
class ProviderReports {

    private static final Logger log = LoggerFactory.getLogger(ProviderReports.class);
    private static final String BY = "provider";

    private final ChargeTransitions transitions;
    private final RefundRequests refunds;
    private final Counter contradictions;

    ProviderReports(ChargeTransitions transitions, RefundRequests refunds, MeterRegistry meters) {
        this.transitions = transitions;
        this.refunds = refunds;
        // Registered at once, so that Prometheus sees an increase from 0, unless it comes before the first scrape.
        contradictions = Counter.builder("shop.payments.contradictions")
                .description("Reports of the provider that contradict the payment")
                .register(meters);
    }

    /** Applies a report and returns the payment afterwards. */
    Payment apply(long orderId, Charge charge) {
        var payment = transitions.lock(orderId);
        switch (ChargeAction.of(payment.status(), charge)) {
            case NONE -> {
                // nothing to do
            }
            case AUTHORISE -> transitions.change(payment, Payment::authorise);
            case CAPTURE -> {
                transitions.change(payment, Payment::authorise);
                transitions.change(payment, Payment::capture);
                enterReturned(payment, charge);
            }
            case DECLINE -> transitions.change(payment, current -> current.decline(declineReason(charge)));
            case VOID ->
                transitions.change(payment, current -> {
                    current.confirmVoid(true);
                    return current.voidIt();
                });
            case VOID_THERE -> transitions.voidThere(orderId);
            case ENTER_RETURNED -> enterReturned(payment, charge);
            case CAPTURE_AND_REFUND -> {
                log.error(
                        "The provider has captured the charge of order {}, but its payment is {}",
                        orderId,
                        payment.status());
                contradictions.increment();
                transitions.change(payment, Payment::captureAfterAll);
                enterReturned(payment, charge);
                refunds.requestRest(orderId, "The order was not completed", BY);
            }
            case ALARM -> {
                log.error(
                        "The provider reports {} for the charge of order {}, but its payment is {}",
                        charge,
                        orderId,
                        payment.status());
                contradictions.increment();
            }
        }
        return payment;
    }

    private void enterReturned(Payment payment, Charge charge) {
        var returned = charge instanceof Charge.Captured(var all) ? all : List.<Charge.Returned>of();
        returned.forEach(each -> refunds.enterReturned(payment, each));
    }

    private static String declineReason(Charge charge) {
        return charge instanceof Charge.Declined(var reason) ? reason : "The authorisation was voided";
    }
}
