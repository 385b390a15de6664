package ecommerce.payment.provider;

import ecommerce.defaults.problem.Problem;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Calls the provider with a timeout. Throws 503 if the provider doesn't answer; the caller retries. */
@Component
public class ProviderCalls {

    private static final Logger log = LoggerFactory.getLogger(ProviderCalls.class);

    private final PaymentProvider provider;
    private final ProviderDeadline deadline;

    ProviderCalls(PaymentProvider provider, ProviderDeadline deadline) {
        this.provider = provider;
        this.deadline = deadline;
    }

    public <T> T ask(Function<PaymentProvider, T> question) {
        try {
            return deadline.within(() -> question.apply(provider));
        } catch (ProviderUnavailableException e) {
            log.warn("The payment provider doesn't answer: {}", e.getMessage());
            throw Problem.unavailable("The payment provider doesn't answer. Retry in a few seconds.");
        }
    }

    public void tell(Consumer<PaymentProvider> order) {
        ask(asked -> {
            order.accept(asked);
            return true;
        });
    }
}
