package ecommerce.order.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders: the open cart, sent to one of the customer's addresses, the oldest unless one is named.
 * Whatever fees or prices a client sends along are not read.
 */
record CheckoutRequest(
        @Valid @Nullable CartReference cart,
        @Size(max = 255) @Nullable String orderDesc,
        @Nullable Long addressId,
        @NotBlank @Size(max = 200) String paymentToken,
        @Nullable Boolean acceptPriceChanges) {

    record CartReference(@NotNull Long cartId) {}

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
