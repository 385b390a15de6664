/** Stores carts and orders, and runs the checkout saga. */
@NullMarked
package ecommerce.order;

import org.jspecify.annotations.NullMarked;
