/** Stock promised to orders: all lines or none, for a while, and settled exactly once in whatever order calls arrive. */
@NullMarked
package ecommerce.product.reservation;

import org.jspecify.annotations.NullMarked;
