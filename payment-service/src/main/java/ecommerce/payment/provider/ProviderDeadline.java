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

/** Limits each provider call to the configured timeout. A late call may still have an effect; every call is idempotent. */
@Component
public class ProviderDeadline {

    /** @param providerTimeout after which no answer is expected any more */
    @ConfigurationProperties("shop.payments")
    record Properties(Duration providerTimeout) {}

    private final Properties properties;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    ProviderDeadline(Properties properties) {
        this.properties = properties;
    }

    /** The call's answer, or {@link ProviderUnavailableException} when it is late. */
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
