/** payment-service, as far as orders need it. */
@NullMarked
package ecommerce.order.paymentclient;

import org.jspecify.annotations.NullMarked;
