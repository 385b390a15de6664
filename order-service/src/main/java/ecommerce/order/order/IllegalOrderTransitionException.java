package ecommerce.order.order;

/** An order was told to become what it can't become from its status. */
public class IllegalOrderTransitionException extends IllegalStateException {

    IllegalOrderTransitionException(OrderStatus from, OrderStatus to) {
        super("An order that is %s can't become %s".formatted(from, to));
    }
}
