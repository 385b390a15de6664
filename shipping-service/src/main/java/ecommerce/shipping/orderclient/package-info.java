/** The one call that goes back to order-service, made by the outbox alone. */
@NullMarked
package ecommerce.shipping.orderclient;

import org.jspecify.annotations.NullMarked;
