/**
 * Lists products by page number or after a cursor. The time of a page doesn't grow with the number of products: a page
 * is read from the index of its order, and at most 10,000 products are counted.
 */
@NullMarked
package ecommerce.product.product.list;

import org.jspecify.annotations.NullMarked;
