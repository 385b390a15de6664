package ecommerce.order.cart;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What clients send about carts; prices are none of it. {@link CartLimits} limits the quantities. */
public final class CartRequests {

    private CartRequests() {}

    /** Clients of the family say whose cart it is; it can only be the caller's own. */
    record OpenCart(@Nullable Long userId) {}

    public record AddItem(@NotNull Long productId, @NotNull @Min(1) Integer orderedQuantity) {}

    public record SetQuantity(@NotNull @Min(1) Integer orderedQuantity) {}
}
