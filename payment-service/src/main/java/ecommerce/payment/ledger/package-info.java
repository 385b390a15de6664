/**
 * The ledger: what happened to each payment's money. It is append-only, and the database refuses changes. It knows payments
 * and refunds by their ids alone.
 */
@NullMarked
package ecommerce.payment.ledger;

import org.jspecify.annotations.NullMarked;
