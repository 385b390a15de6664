/** Updates orders from the events of shipping-service, which reports each event at least once. */
@NullMarked
package ecommerce.order.shipment;

import org.jspecify.annotations.NullMarked;
