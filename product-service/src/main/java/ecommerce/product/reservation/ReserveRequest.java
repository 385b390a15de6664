package ecommerce.product.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;

/** What an order wants; lines of the same product count together. */
record ReserveRequest(@NotEmpty @Size(max = 200) List<@Valid @NotNull ReservationItem> items) {

    /** Pieces by product id, in ascending order. */
    SortedMap<Long, Integer> quantities() {
        return ReservationItem.sum(items);
    }
}
