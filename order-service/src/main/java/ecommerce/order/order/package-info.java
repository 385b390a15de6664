/**
 * Stores orders. The checkout creates an order; its route and its shipments change its status. Its owner and staff can
 * see it.
 */
@NullMarked
package ecommerce.order.order;

import org.jspecify.annotations.NullMarked;
