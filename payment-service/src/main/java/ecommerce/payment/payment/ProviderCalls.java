package ecommerce.payment.payment;

import ecommerce.defaults.problem.Problem;
import ecommerce.payment.provider.PaymentProvider;
import ecommerce.payment.provider.ProviderDeadline;
import ecommerce.payment.provider.ProviderUnavailableException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The provider, asked within its deadline; 503 where no answer comes: whoever asked asks again. */
@Component
class ProviderCalls {

    private static final Logger log = LoggerFactory.getLogger(ProviderCalls.class);

    private final PaymentProvider provider;
    private final ProviderDeadline deadline;

    ProviderCalls(PaymentProvider provider, ProviderDeadline deadline) {
        this.provider = provider;
        this.deadline = deadline;
    }

    <T> T ask(Function<PaymentProvider, T> question) {
        try {
            return deadline.within(() -> question.apply(provider));
        } catch (ProviderUnavailableException e) {
            log.warn("The payment provider gave no answer: {}", e.getMessage());
            throw Problem.unavailable("The payment provider hasn't answered; ask again");
        }
    }

    void tell(Consumer<PaymentProvider> order) {
        ask(asked -> {
            order.accept(asked);
            return true;
        });
    }
}
