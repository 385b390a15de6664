/**
 * Provides data about payments and refunds for order-service's reconciliation and for monitoring. It changes nothing.
 */
@NullMarked
package ecommerce.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
