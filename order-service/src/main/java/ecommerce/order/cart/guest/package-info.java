/**
 * Stores guests' carts. Everybody who knows the id of a cart can use it. Customers who sign in merge it into their own
 * cart, and the response lists the pieces that were left out.
 */
@NullMarked
package ecommerce.order.cart.guest;

import org.jspecify.annotations.NullMarked;
