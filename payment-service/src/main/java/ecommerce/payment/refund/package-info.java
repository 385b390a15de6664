/**
 * Stores refunds and carries them out in durable tasks. Refunds are requested under the payment's lock, so their sum
 * never exceeds the captured amount.
 */
@NullMarked
package ecommerce.payment.refund;

import org.jspecify.annotations.NullMarked;
