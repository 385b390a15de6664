package ecommerce.product.stock.transfer;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to transfer pieces of a deleted product to another product.
 *
 * @param toProductId a product that isn't deleted; it may be hidden
 */
record TransferRequest(
        @NotNull Long toProductId,
        @NotNull @Min(1) @Max(StockAdjustments.MAXIMUM) Integer quantity,
        @Size(max = 500) @Nullable String note) {}
