/** The catalogue: an SKU belongs to one product for sale, and a deleted product can't be found or ordered. */
@NullMarked
package ecommerce.product.product;

import org.jspecify.annotations.NullMarked;
