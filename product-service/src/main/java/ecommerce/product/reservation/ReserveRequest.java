package ecommerce.product.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;

/** A request to reserve stock. Items of the same product are added up. */
record ReserveRequest(@NotEmpty @Size(max = 200) List<@Valid @NotNull ReservationItem> items) {

    /** Returns quantities by product id, in ascending order. */
    SortedMap<Long, Integer> quantities() {
        return ReservationItem.sum(items);
    }
}
