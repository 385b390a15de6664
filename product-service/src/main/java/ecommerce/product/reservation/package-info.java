/**
 * Reserves stock for orders: all lines of an order or none, for a limited time. Each reservation is settled exactly
 * once, whatever order the calls arrive in.
 */
@NullMarked
package ecommerce.product.reservation;

import org.jspecify.annotations.NullMarked;
