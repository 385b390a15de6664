/** The catalogue, its stock, and reservations of it. */
@NullMarked
package ecommerce.product;

import org.jspecify.annotations.NullMarked;
