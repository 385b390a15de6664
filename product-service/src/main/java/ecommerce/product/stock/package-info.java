/**
 * Manages the stock of products. The stock is never below zero or below the reserved pieces, and it equals the sum of
 * the ledger.
 */
@NullMarked
package ecommerce.product.stock;

import org.jspecify.annotations.NullMarked;
