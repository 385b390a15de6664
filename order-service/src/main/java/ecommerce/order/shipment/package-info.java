/** Orders follow their shipments, which report at least once. */
@NullMarked
package ecommerce.order.shipment;

import org.jspecify.annotations.NullMarked;
