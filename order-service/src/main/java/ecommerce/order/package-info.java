/** Carts, orders, and the checkout saga. */
@NullMarked
package ecommerce.order;

import org.jspecify.annotations.NullMarked;
