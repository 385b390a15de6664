package ecommerce.payment.sandbox;

import ecommerce.payment.provider.Authorisation;
import ecommerce.payment.provider.PaymentProvider;
import ecommerce.payment.provider.ProviderUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** A provider that moves no money, and whose payment tokens say how it shall behave. */
@Component
class SandboxProvider implements PaymentProvider {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final SandboxBook book;

    SandboxProvider(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Authorisation authorise(UUID reference, BigDecimal amount, String paymentToken) {
        return switch (paymentToken) {
            case "tok_approved" -> book.approve(reference, amount);
            case "tok_declined" -> book.decline(reference, amount, "The card was declined");
            case "tok_insufficient_funds" -> book.decline(reference, amount, "There isn't enough money on the account");
            case "tok_slow" -> {
                LockSupport.parkNanos(SLOW.toNanos());
                yield book.approve(reference, amount);
            }
            case "tok_charge_then_timeout" -> {
                book.approve(reference, amount);
                throw new ProviderUnavailableException("The sandbox hung up after it had charged");
            }
            case "tok_fails_then_works" -> {
                if (book.countAttempt(reference) == 1) {
                    throw new ProviderUnavailableException("The sandbox fails the first time");
                }
                yield book.approve(reference, amount);
            }
            case "tok_down" -> throw new ProviderUnavailableException("The sandbox is down");
            default -> book.decline(reference, amount, "The payment token is unknown");
        };
    }

    @Override
    public Optional<Authorisation> find(UUID reference) {
        return book.find(reference);
    }

    @Override
    public void capture(UUID reference) {
        book.capture(reference);
    }

    @Override
    public void voidAuthorisation(UUID reference) {
        book.voidCharge(reference);
    }
}
