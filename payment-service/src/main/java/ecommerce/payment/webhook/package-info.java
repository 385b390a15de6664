/** Webhooks: events that the payment provider sends, signed as the Standard Webhooks specification says. */
@NullMarked
package ecommerce.payment.webhook;

import org.jspecify.annotations.NullMarked;
