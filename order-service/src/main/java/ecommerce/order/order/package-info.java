/** Orders: made whole at checkout, moved on by it and by shipments, seen by their owner and staff. */
@NullMarked
package ecommerce.order.order;

import org.jspecify.annotations.NullMarked;
