/** Models the lines of an order and counts the pieces that are left of each. */
@NullMarked
package ecommerce.order.line;

import org.jspecify.annotations.NullMarked;
