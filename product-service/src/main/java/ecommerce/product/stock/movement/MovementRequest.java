package ecommerce.product.stock.movement;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A movement of pieces into or out of the warehouse.
 *
 * @param quantity positive for pieces that enter the warehouse, negative for pieces that leave it; not 0
 * @param note a note for staff, such as the number of a delivery note
 */
record MovementRequest(
        @NotNull @Min(-StockAdjustments.MAXIMUM) @Max(StockAdjustments.MAXIMUM)
        Integer quantity,

        @NotNull StaffReason reason,
        @Size(max = 500) @Nullable String note) {}
