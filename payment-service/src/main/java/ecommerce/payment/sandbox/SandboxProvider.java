package ecommerce.payment.sandbox;

import ecommerce.payment.provider.Charge;
import ecommerce.payment.provider.PaymentProvider;
import ecommerce.payment.provider.ProviderUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Implements a payment provider that moves no money. The payment token determines its behaviour. */
public class SandboxProvider implements PaymentProvider {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final SandboxBook book;

    public SandboxProvider(SandboxBook book) {
        this.book = book;
    }

    @Override
    public Charge authorise(UUID reference, BigDecimal amount, String paymentToken) {
        return switch (paymentToken) {
            case "tok_approved", SandboxTokens.CAPTURE_REFUSED, SandboxTokens.CAPTURE_DOWN ->
                book.approve(reference, amount, paymentToken);
            case "tok_declined" -> book.decline(reference, amount, "The card was declined");
            case "tok_insufficient_funds" -> book.decline(reference, amount, "Insufficient funds");
            case "tok_slow" -> {
                LockSupport.parkNanos(SLOW.toNanos());
                yield book.approve(reference, amount, paymentToken);
            }
            case "tok_charge_then_timeout" -> {
                book.approve(reference, amount, paymentToken);
                throw new ProviderUnavailableException("The sandbox timed out after the authorisation");
            }
            case "tok_fails_then_works" -> {
                if (book.countAttempt(reference) == 1) {
                    throw new ProviderUnavailableException("The sandbox failed the first attempt");
                }
                yield book.approve(reference, amount, paymentToken);
            }
            case "tok_down" -> throw new ProviderUnavailableException("The sandbox is down");
            default -> book.decline(reference, amount, "The payment token is unknown");
        };
    }

    @Override
    public Optional<Charge> find(UUID reference) {
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

    @Override
    public void refund(UUID reference, UUID refundReference, BigDecimal amount) {
        book.refund(reference, refundReference, amount);
    }
}
