/** Stores payments, refunds and their ledger, and calls the payment provider. */
@NullMarked
package ecommerce.payment;

import org.jspecify.annotations.NullMarked;
