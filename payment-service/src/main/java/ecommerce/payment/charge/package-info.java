/**
 * Authorises, captures, reverses and partly refunds payments for order-service, and applies the provider's reports. The
 * provider is called between transactions. Every call is idempotent.
 */
@NullMarked
package ecommerce.payment.charge;

import org.jspecify.annotations.NullMarked;
