/** Turns an open cart into an order. The order's route begins in the same transaction. */
@NullMarked
package ecommerce.order.checkout;

import org.jspecify.annotations.NullMarked;
