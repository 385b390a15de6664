package ecommerce.order.aftersale;

import ecommerce.defaults.security.Caller;
import ecommerce.order.paymentclient.PaymentClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Closes flagged orders by hand. payment-service is called between two transactions. */
@Service
class HandClosing {

    private final ClosingDecision decision;
    private final PaymentClient payments;

    HandClosing(ClosingDecision decision, PaymentClient payments) {
        this.decision = decision;
        this.payments = payments;
    }

    /**
     * Voids the order's payment unless it is captured, and closes the order. The payment is voided first, so that a
     * request to capture it that is still under way doesn't charge the customer of a closed order. If payment-service
     * doesn't answer, the payment may be voided, and the order rejects itself as soon as it requests the capture again.
     * Throws 409 and 412 as {@link ClosingDecision} does.
     */
    void close(long orderId, CloseRequest request, @Nullable String ifMatch, Caller caller) {
        var payment = decision.begin(orderId, request, ifMatch) ? payments.voidUnlessCaptured(orderId) : null;
        decision.finish(orderId, request, payment, caller);
    }
}
