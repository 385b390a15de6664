/** Pieces of deleted products, and their way to the product that has the SKU now. */
@NullMarked
package ecommerce.product.stock.transfer;

import org.jspecify.annotations.NullMarked;
