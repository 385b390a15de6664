/**
 * Moves orders along their routes. Each position is stored before its step is performed. A step is performed at least
 * once, and an order is advanced from it exactly once.
 */
@NullMarked
package ecommerce.order.fulfilment;

import org.jspecify.annotations.NullMarked;
