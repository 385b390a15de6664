/** Orders follow their shipments. shipping-service reports each event at least once. */
@NullMarked
package ecommerce.order.shipment;

import org.jspecify.annotations.NullMarked;
