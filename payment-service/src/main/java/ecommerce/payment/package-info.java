/** Payments, their ledger, and the port to the payment provider. */
@NullMarked
package ecommerce.payment;

import org.jspecify.annotations.NullMarked;
