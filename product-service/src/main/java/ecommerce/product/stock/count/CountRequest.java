package ecommerce.product.stock.count;

import ecommerce.product.stock.StockAdjustments;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What staff have counted.
 *
 * @param counted all pieces on the shelf, those included that orders have reserved and those that await shipment
 * @param awaitingShipment of those, pieces of confirmed orders whose parcels haven't left; they are booked out already
 */
record CountRequest(
        @NotNull @Min(0) @Max(StockAdjustments.MAXIMUM) Integer counted,
        @NotNull @Min(0) @Max(StockAdjustments.MAXIMUM) Integer awaitingShipment,
        @Size(max = 500) @Nullable String note) {

    int onHand() {
        return counted - awaitingShipment;
    }
}
