/**
 * Charges: what order-service asks of a payment (authorise, capture, reverse, refund a part), and what the provider reports of
 * it. The provider is called between transactions, and every call may be repeated.
 */
@NullMarked
package ecommerce.payment.charge;

import org.jspecify.annotations.NullMarked;
