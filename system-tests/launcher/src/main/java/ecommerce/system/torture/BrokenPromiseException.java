package ecommerce.system.torture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shop has lost, oversold or overcharged something. */
public class BrokenPromiseException extends RuntimeException {

    private final transient @Nullable Long orderId;

    BrokenPromiseException(String what, @Nullable Long orderId) {
        super(what);
        this.orderId = orderId;
    }

    /** The order that it shows in, where it is one. */
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
