/** The client of payment-service, with the fields that orders need. */
@NullMarked
package ecommerce.order.paymentclient;

import org.jspecify.annotations.NullMarked;
