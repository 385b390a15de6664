/** Manages the catalogue, its stock, and the reservations of stock for orders. */
@NullMarked
package ecommerce.product;

import org.jspecify.annotations.NullMarked;
