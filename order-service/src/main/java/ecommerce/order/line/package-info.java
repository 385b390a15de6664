/** Lines: the products of an order, and how many pieces of each are left. */
@NullMarked
package ecommerce.order.line;

import org.jspecify.annotations.NullMarked;
