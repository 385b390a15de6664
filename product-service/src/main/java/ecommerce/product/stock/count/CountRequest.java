package ecommerce.product.stock.count;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A count of a product's pieces on the shelf.
 *
 * @param counted all pieces on the shelf, including those reserved for orders and those that await shipment
 * @param awaitingShipment how many of these belong to confirmed orders whose parcels haven't been shipped; the stock no
 *     longer includes them
 */
record CountRequest(
        @NotNull @Min(0) @Max(StockAdjustments.MAXIMUM) Integer counted,
        @NotNull @Min(0) @Max(StockAdjustments.MAXIMUM) Integer awaitingShipment,
        @Size(max = 500) @Nullable String note) {

    int onHand() {
        return counted - awaitingShipment;
    }
}
