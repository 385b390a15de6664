/** Reports events to order-service at least once, in order for each order. */
@NullMarked
package ecommerce.shipping.outbox;

import org.jspecify.annotations.NullMarked;
