package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.line.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders: the open cart, sent to one of the customer's addresses, the oldest unless one is named.
 * Whatever fees or prices a client sends along are not read.
 *
 * @param paymentToken required unless the order costs nothing
 */
record CheckoutRequest(
        @Valid @Nullable CartReference cart,
        @Size(max = 255) @Nullable String orderDesc,
        @Nullable Long addressId,
        @Pattern(regexp = ".*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable String paymentToken,
        @Nullable Boolean acceptPriceChanges) {

    record CartReference(@NotNull Long cartId) {}

    /** 400 if the lines cost anything and there is no payment token. */
    void requirePaymentToken(Collection<OrderLine> lines) {
        if (paymentToken == null && OrderLine.sum(lines).signum() > 0) {
            throw Problem.invalid("paymentToken", "is required unless the order costs nothing");
        }
    }

    boolean acceptsPriceChanges() {
        return Boolean.TRUE.equals(acceptPriceChanges);
    }

    /** The same for the same request, however it was written; it is hashed, never stored. */
    String canonical() {
        return "%s|%s|%s|%s|%s".formatted(cart, orderDesc, addressId, paymentToken, acceptsPriceChanges());
    }

    @Override
    public String toString() {
        return "CheckoutRequest[cart=%s, addressId=%s]".formatted(cart, addressId);
    }
}
