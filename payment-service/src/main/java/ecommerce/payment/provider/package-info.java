/** The port to the payment provider. */
@NullMarked
package ecommerce.payment.provider;

import org.jspecify.annotations.NullMarked;
