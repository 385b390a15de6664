/** Models the shipment of an order: its pieces, status, history and tracking. */
@NullMarked
package ecommerce.shipping.shipment;

import org.jspecify.annotations.NullMarked;
