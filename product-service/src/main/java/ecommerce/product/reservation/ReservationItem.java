package ecommerce.product.reservation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** So many pieces of a product. */
record ReservationItem(@NotNull Long productId, @NotNull @Min(1) @Max(1_000_000) Integer quantity) {}
