/** The clients of payment-service: payments and refunds. */
@NullMarked
package ecommerce.proxyclient.paymentclient;

import org.jspecify.annotations.NullMarked;
