package ecommerce.order.amendment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A number of pieces of one product. */
public record PiecesItem(
        @NotNull Long productId,
        @NotNull @Min(1) @Max(1_000_000) Integer orderedQuantity) {

    /** Returns the quantities by product id. Adds up items of the same product. */
    public static Map<Long, Integer> sum(Collection<PiecesItem> items) {
        Map<Long, Integer> quantities = new HashMap<>();
        items.forEach(item -> quantities.merge(item.productId(), item.orderedQuantity(), Math::addExact));
        return quantities;
    }
}
