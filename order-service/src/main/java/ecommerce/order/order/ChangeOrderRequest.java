package ecommerce.order.order;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The members of an order that a merge patch may change. */
record ChangeOrderRequest(@Size(max = 255) @Nullable String orderDesc) {

    static ChangeOrderRequest of(Order order) {
        return new ChangeOrderRequest(order.orderDesc());
    }
}
