/**
 * Records the history of each payment's money. The ledger is append-only, and the database refuses changes. It refers
 * to payments and refunds only by their ids.
 */
@NullMarked
package ecommerce.payment.ledger;

import org.jspecify.annotations.NullMarked;
