/** What order-service's reconciliation and the monitoring read of payments and refunds. It changes nothing. */
@NullMarked
package ecommerce.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
