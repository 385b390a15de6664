/** The category tree: of any depth, without cycles, each title once among its siblings. */
@NullMarked
package ecommerce.product.category;

import org.jspecify.annotations.NullMarked;
