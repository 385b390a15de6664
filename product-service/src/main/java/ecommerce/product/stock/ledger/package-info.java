/** Compares the stock with its ledger all the time. The number of products whose stock is wrong is a metric. */
@NullMarked
package ecommerce.product.stock.ledger;

import org.jspecify.annotations.NullMarked;
