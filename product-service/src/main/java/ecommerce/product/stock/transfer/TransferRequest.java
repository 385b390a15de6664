package ecommerce.product.stock.transfer;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of a deleted product that another product gets.
 *
 * @param toProductId a product that is sold, or hidden
 */
record TransferRequest(
        @NotNull Long toProductId,
        @NotNull @Min(1) @Max(StockAdjustments.MAXIMUM) Integer quantity,
        @Size(max = 500) @Nullable String note) {}
