package ecommerce.order.cart;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The bodies of cart requests. They contain no prices. {@link CartLimits} limits the quantities. */
public final class CartRequests {

    private CartRequests() {}

    /** @param userId sent by some clients; must be the caller's id */
    record OpenCart(@Nullable Long userId) {}

    public record AddItem(
            @NotNull Long productId, @NotNull @Min(1) Integer orderedQuantity) {}

    public record SetQuantity(@NotNull @Min(1) Integer orderedQuantity) {}
}
