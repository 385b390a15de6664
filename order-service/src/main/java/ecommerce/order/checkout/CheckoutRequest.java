package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.line.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders: the open cart, sent to one of the customer's addresses, the oldest unless one is named.
 * The prices are the catalogue's. What a client says about the total is compared with them, never charged.
 *
 * @param paymentToken required unless the order costs nothing
 * @param acceptPriceChanges whether to order at the prices that the last refused order has shown, or at lower ones
 * @param expectedTotal the total that the customer has been shown; another one is refused, whatever was seen before
 */
record CheckoutRequest(
        @Valid @Nullable CartReference cart,
        @Size(max = 255) @Nullable String orderDesc,
        @Nullable Long addressId,

        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200) @Nullable
        String paymentToken,

        @Nullable Boolean acceptPriceChanges,

        @PositiveOrZero @Digits(integer = 18, fraction = 2) @Nullable
        BigDecimal expectedTotal) {

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

    /**
     * The same for the same request, however it was written; it is hashed, never stored. Without an expected total it is
     * as the versions before had it, whose keys are still known.
     */
    String canonical() {
        var request = "%s|%s|%s|%s|%s".formatted(cart, orderDesc, addressId, paymentToken, acceptsPriceChanges());
        return expectedTotal == null
                ? request
                : "%s|%s".formatted(request, expectedTotal.stripTrailingZeros().toPlainString());
    }

    @Override
    public String toString() {
        return "CheckoutRequest[cart=%s, addressId=%s]".formatted(cart, addressId);
    }
}
