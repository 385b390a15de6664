/** Calls order-service. Only the outbox uses this client. */
@NullMarked
package ecommerce.shipping.orderclient;

import org.jspecify.annotations.NullMarked;
