/**
 * Stores carts. A user has one open cart. A guest has a cart until signing in. All prices come from product-service.
 */
@NullMarked
package ecommerce.order.cart;

import org.jspecify.annotations.NullMarked;
