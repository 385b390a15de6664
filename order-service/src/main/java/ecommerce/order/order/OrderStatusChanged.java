package ecommerce.order.order;

import org.jspecify.annotations.Nullable;

/**
 * Published when the status of an order changes, in the transaction of the change.
 *
 * @param from null for a new order
 */
public record OrderStatusChanged(Order order, @Nullable OrderStatus from, OrderStatus to) {}
