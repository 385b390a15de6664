/** Carts: one open cart a user, priced by the catalogue and by nobody else. */
@NullMarked
package ecommerce.order.cart;

import org.jspecify.annotations.NullMarked;
