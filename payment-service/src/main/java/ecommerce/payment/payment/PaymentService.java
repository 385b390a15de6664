package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
import ecommerce.payment.provider.Authorisation;
import ecommerce.payment.provider.PaymentProvider;
import ecommerce.payment.provider.ProviderDeadline;
import ecommerce.payment.provider.ProviderUnavailableException;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Pays for orders, each once. The provider is asked between transactions and under our reference; where an answer
 * didn't come, the next attempt asks what became of the last before it asks for anything new.
 */
@Service
class PaymentService {

    private static final Logger log = LoggerFactory.getLogger(PaymentService.class);

    private final PaymentTransitions transitions;
    private final PaymentProvider provider;
    private final ProviderDeadline deadline;

    PaymentService(PaymentTransitions transitions, PaymentProvider provider, ProviderDeadline deadline) {
        this.transitions = transitions;
        this.provider = provider;
        this.deadline = deadline;
    }

    /** The order's payment, authorised or declined now or before; 422 if it was for another amount or user. */
    Payment authorise(long orderId, long userId, BigDecimal amount, String paymentToken) {
        var payment = transitions.begin(orderId, userId, amount);
        if (payment.status() == PaymentStatus.VOIDED) {
            return payment;
        }
        if (!payment.isFor(userId, amount)) {
            throw Problem.unprocessable("Order %d has another payment".formatted(orderId));
        }
        if (payment.status() != PaymentStatus.PENDING) {
            return payment;
        }
        var reference = payment.reference();
        var answer = ask(() ->
                provider.find(reference).orElseGet(() -> provider.authorise(reference, amount, paymentToken)));
        var settled = transitions.apply(orderId, current -> switch (answer) {
            case Authorisation.Approved() -> current.authorise();
            case Authorisation.Declined(var reason) -> current.decline(reason);
        });
        if (settled.status() == PaymentStatus.VOIDED) {
            // It was given up while the provider was asked.
            voidAtProvider(settled);
        }
        return settled;
    }

    /** Takes the money, once; 409 unless it is authorised. */
    Payment capture(long orderId) {
        var payment = transitions.find(orderId);
        payment.requireCapturable();
        if (payment.status() == PaymentStatus.AUTHORISED) {
            tell(() -> provider.capture(payment.reference()));
        }
        return transitions.apply(orderId, Payment::capture);
    }

    /** Lets the money go, whatever is known of it; 409 if it was taken. */
    Payment voidPayment(long orderId) {
        var payment = transitions.findOrVoid(orderId);
        payment.requireVoidable();
        var voided = transitions.apply(orderId, Payment::voidIt);
        if (voided.status() == PaymentStatus.VOIDED) {
            voidAtProvider(voided);
        }
        return voided;
    }

    private void voidAtProvider(Payment payment) {
        tell(() -> provider.voidAuthorisation(payment.reference()));
    }

    private void tell(Runnable call) {
        ask(() -> {
            call.run();
            return true;
        });
    }

    /** 503 where no answer comes: the caller asks again. */
    private <T> T ask(Supplier<T> call) {
        try {
            return deadline.within(call);
        } catch (ProviderUnavailableException e) {
            log.warn("The payment provider gave no answer: {}", e.getMessage());
            throw Problem.unavailable("The payment provider hasn't answered; ask again");
        }
    }
}
