package ecommerce.payment.provider;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Limits each provider call to the configured timeout. A call that timed out may still have an effect. */
@Component
public class ProviderDeadline {

    /** @param providerTimeout the maximum duration of a call */
    @ConfigurationProperties("shop.payments")
    record Properties(Duration providerTimeout) {}

    private final Properties properties;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    ProviderDeadline(Properties properties) {
        this.properties = properties;
    }

    /**
     * Runs the call and returns its result. Throws {@link ProviderUnavailableException} if the call exceeds the
     * timeout.
     */
    public <T> T within(Supplier<T> call) {
        try {
            return CompletableFuture.supplyAsync(call, executor)
                    .get(properties.providerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ProviderUnavailableException("No answer within " + properties.providerTimeout(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("Interrupted while waiting", e);
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new ProviderUnavailableException("The call failed", e);
        }
    }
}
