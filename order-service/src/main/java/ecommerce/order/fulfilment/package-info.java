/**
 * Fulfilment: the durable routes of an order. Each position is stored before its step is performed, a step is performed
 * at least once, and the order moves on from it exactly once.
 */
@NullMarked
package ecommerce.order.fulfilment;

import org.jspecify.annotations.NullMarked;
