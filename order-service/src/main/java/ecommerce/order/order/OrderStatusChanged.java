package ecommerce.order.order;

import org.jspecify.annotations.Nullable;

/**
 * An order has come to a status. It is published in the transaction of the change.
 *
 * @param from null for a new order
 */
public record OrderStatusChanged(Order order, @Nullable OrderStatus from, OrderStatus to) {}
