package ecommerce.order.order;

import org.jspecify.annotations.Nullable;

/** An order was told to become what it can't become from where it is. */
public class IllegalOrderTransitionException extends IllegalStateException {

    IllegalOrderTransitionException(@Nullable Long orderId, OrderStatus from, OrderStatus to) {
        super("Order %d is %s and can't become %s".formatted(orderId, from, to));
    }
}
