/** Contains the steps that call payment-service. All of them wait for the payment provider. */
@NullMarked
package ecommerce.order.step.payment;

import org.jspecify.annotations.NullMarked;
