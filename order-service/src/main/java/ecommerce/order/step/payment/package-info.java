/** Contains the steps that call payment-service. All but the withdrawal of a capture wait for the payment provider. */
@NullMarked
package ecommerce.order.step.payment;

import org.jspecify.annotations.NullMarked;
