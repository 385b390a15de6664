/** Refunds: promised under the payment's lock, never more than was captured, and carried out by a durable task. */
@NullMarked
package ecommerce.payment.refund;

import org.jspecify.annotations.NullMarked;
