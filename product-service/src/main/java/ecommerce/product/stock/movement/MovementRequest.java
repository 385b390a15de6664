package ecommerce.product.stock.movement;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that come into the warehouse or leave it.
 *
 * @param quantity positive if they come, negative if they leave; not 0
 * @param note for staff, such as the number of a delivery note
 */
record MovementRequest(
        @NotNull @Min(-StockAdjustments.MAXIMUM) @Max(StockAdjustments.MAXIMUM)
        Integer quantity,

        @NotNull StaffReason reason,
        @Size(max = 500) @Nullable String note) {}
