package ecommerce.order.order;

/** Thrown when an order's status doesn't allow a transition. */
public class IllegalOrderTransitionException extends IllegalStateException {

    IllegalOrderTransitionException(OrderStatus from, OrderStatus to) {
        super("An order that is %s can't become %s".formatted(from, to));
    }
}
