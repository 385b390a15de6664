/** Finds products that need to be reordered. */
@NullMarked
package ecommerce.product.stock.low;

import org.jspecify.annotations.NullMarked;
