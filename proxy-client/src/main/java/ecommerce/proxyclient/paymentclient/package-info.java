/** The client of payment-service's payments. */
@NullMarked
package ecommerce.proxyclient.paymentclient;

import org.jspecify.annotations.NullMarked;
