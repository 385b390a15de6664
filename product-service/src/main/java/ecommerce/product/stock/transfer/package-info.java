/** Transfers the stock of deleted products to the products that have their SKUs now. */
@NullMarked
package ecommerce.product.stock.transfer;

import org.jspecify.annotations.NullMarked;
