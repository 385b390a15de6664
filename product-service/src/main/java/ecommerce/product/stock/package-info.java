/** What there is to sell. It never falls below zero or below what is reserved; the ledger's sum is the stock. */
@NullMarked
package ecommerce.product.stock;

import org.jspecify.annotations.NullMarked;
