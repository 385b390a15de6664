/** What the payment provider reports by itself, signed as the Standard Webhooks specification says. */
@NullMarked
package ecommerce.payment.webhook;

import org.jspecify.annotations.NullMarked;
