/** Manages products. An SKU identifies at most one undeleted product. A deleted product can't be found or ordered. */
@NullMarked
package ecommerce.product.product;

import org.jspecify.annotations.NullMarked;
