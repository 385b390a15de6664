package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions between which the provider is asked; each locks the payment's row. */
@Service
@Transactional
class PaymentTransitions {

    private final PaymentRepository payments;
    private final PaymentLedger ledger;

    PaymentTransitions(PaymentRepository payments, PaymentLedger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    /** The order's payment, begun now or before; of two at once one fails on the unique key and may come again. */
    Payment begin(long orderId, long userId, BigDecimal amount) {
        return payments.findByOrderId(orderId)
                .orElseGet(() -> payments.saveAndFlush(Payment.begin(orderId, userId, amount)));
    }

    Payment find(long orderId) {
        return payments.findByOrderId(orderId).orElseThrow(() -> noPayment(orderId));
    }

    /** An order's payment, made void if it hasn't begun. */
    Payment findOrVoid(long orderId) {
        return payments.findByOrderId(orderId).orElseGet(() -> {
            var payment = payments.saveAndFlush(Payment.voidBeforehand(orderId));
            ledger.enter(payment);
            return payment;
        });
    }

    /** Applies a transition to the row as it is by now, and enters it in the ledger if it changed anything. */
    Payment apply(long orderId, Predicate<Payment> transition) {
        var payment = payments.lockByOrderId(orderId).orElseThrow(() -> noPayment(orderId));
        if (transition.test(payment)) {
            payments.flush();
            ledger.enter(payment);
        }
        return payment;
    }

    private static RuntimeException noPayment(long orderId) {
        return Problem.conflict("Order %d has no payment".formatted(orderId));
    }
}
