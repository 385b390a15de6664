package ecommerce.product.reservation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A quantity of a product. */
record ReservationItem(
        @NotNull Long productId,
        @NotNull @Min(1) @Max(1_000_000) Integer quantity) {

    /**
     * Returns quantities by product id, in ascending order, which is the order of the stock locks. Adds up the items of
     * the same product.
     */
    static SortedMap<Long, Integer> sum(List<ReservationItem> items) {
        var quantities = new TreeMap<Long, Integer>();
        items.forEach(item -> quantities.merge(item.productId(), item.quantity(), Math::addExact));
        return quantities;
    }

    /** Returns an item for each product, in the order of the map. */
    static List<ReservationItem> listOf(SortedMap<Long, Integer> quantities) {
        return quantities.entrySet().stream()
                .map(line -> new ReservationItem(line.getKey(), line.getValue()))
                .toList();
    }
}
