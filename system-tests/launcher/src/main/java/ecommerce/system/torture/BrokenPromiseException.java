package ecommerce.system.torture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown if the shop breaks a guarantee: an order was lost, stock oversold or a customer overcharged. */
public class BrokenPromiseException extends RuntimeException {

    private final transient @Nullable Long orderId;

    BrokenPromiseException(String what, @Nullable Long orderId) {
        super(what);
        this.orderId = orderId;
    }

    /** Returns the affected order, if there is one. */
    @Nullable
    Long orderId() {
        return orderId;
    }

    BrokenPromiseException withHistory(List<String> history) {
        return new BrokenPromiseException(
                "%s%nIts history:%n  %s".formatted(getMessage(), String.join(System.lineSeparator() + "  ", history)),
                orderId);
    }
}
