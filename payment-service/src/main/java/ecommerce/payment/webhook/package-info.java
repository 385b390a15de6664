/** Receives events that the payment provider sends and signs as the Standard Webhooks specification defines. */
@NullMarked
package ecommerce.payment.webhook;

import org.jspecify.annotations.NullMarked;
