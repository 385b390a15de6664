/**
 * Checkout: from a cart to a confirmed or a rejected order, by steps that are stored before they are done, done at least
 * once, and undone where a later one is refused.
 */
@NullMarked
package ecommerce.order.checkout;

import org.jspecify.annotations.NullMarked;
