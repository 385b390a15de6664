/** Carts: one open cart a user, and guests' until they sign in; priced by the catalogue and by nobody else. */
@NullMarked
package ecommerce.order.cart;

import org.jspecify.annotations.NullMarked;
