package ecommerce.product.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sold pieces that came back.
 *
 * @param restock whether they go back on sale
 */
record ReturnRequest(
        @NotEmpty @Size(max = 200) List<@Valid @NotNull ReservationItem> items, @NotNull Boolean restock) {

    /** Pieces by product id, in ascending order: the order in which stock is locked. */
    SortedMap<Long, Integer> quantities() {
        var quantities = new TreeMap<Long, Integer>();
        items.forEach(item -> quantities.merge(item.productId(), item.quantity(), Math::addExact));
        return quantities;
    }
}
