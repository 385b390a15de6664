/**
 * Guests' carts. Everybody who knows the id of a cart can use it. When customers sign in, they merge it into their
 * own cart, and the answer lists the pieces that were left out.
 */
@NullMarked
package ecommerce.order.cart.guest;

import org.jspecify.annotations.NullMarked;
