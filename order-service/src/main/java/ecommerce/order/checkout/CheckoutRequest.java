package ecommerce.order.checkout;

import ecommerce.defaults.problem.Problem;
import ecommerce.order.line.OrderLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A request to order a cart: the customer's open cart unless another is named, sent to the customer's oldest address
 * unless another is named. The catalogue's prices are charged. An expected total is compared with them and never
 * charged.
 *
 * @param paymentToken required unless the order costs nothing
 * @param acceptPriceChanges whether the customer accepts the prices that the last refused order has shown, or lower
 *     ones
 * @param expectedTotal the total that the customer has agreed to; the order is refused if its total differs
 */
record CheckoutRequest(
        @Valid @Nullable CartReference cart,
        @Size(max = 255) @Nullable String orderDesc,
        @Nullable Long addressId,

        @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank") @Size(max = 200) @Nullable
        String paymentToken,

        @Nullable Boolean acceptPriceChanges,

        @PositiveOrZero @DecimalMax("999999999999999999.99") @Digits(integer = 18, fraction = 2) @Nullable
        BigDecimal expectedTotal) {

    /** Treats false and absent alike. */
    CheckoutRequest {
        acceptPriceChanges = Boolean.TRUE.equals(acceptPriceChanges) ? acceptPriceChanges : null;
    }

    record CartReference(@NotNull Long cartId) {}

    /** Throws 400 if the lines cost anything and the request has no payment token. */
    void requirePaymentToken(Collection<OrderLine> lines) {
        if (paymentToken == null && OrderLine.sum(lines).signum() > 0) {
            throw Problem.invalid("paymentToken", "is required unless the order costs nothing");
        }
    }

    boolean acceptsPriceChanges() {
        return Boolean.TRUE.equals(acceptPriceChanges);
    }

    /** Returns the text from which the previous version computes the request's fingerprint. */
    String previousForm() {
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
