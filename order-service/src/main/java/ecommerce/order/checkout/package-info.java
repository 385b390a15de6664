/** Checkout: turns an open cart into an order. The route of the order begins in the same transaction. */
@NullMarked
package ecommerce.order.checkout;

import org.jspecify.annotations.NullMarked;
