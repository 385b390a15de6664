/** Compares the stock with its ledger periodically. The number of products whose stock is wrong is a metric. */
@NullMarked
package ecommerce.product.stock.ledger;

import org.jspecify.annotations.NullMarked;
