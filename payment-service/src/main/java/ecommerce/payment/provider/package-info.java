/** Defines the port to the payment provider and calls it. */
@NullMarked
package ecommerce.payment.provider;

import org.jspecify.annotations.NullMarked;
