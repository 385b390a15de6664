/**
 * Guests' carts: each belongs to whoever knows its id. Signing in, a customer merges it into the own cart and is told
 * which pieces couldn't come along.
 */
@NullMarked
package ecommerce.order.cart.guest;

import org.jspecify.annotations.NullMarked;
