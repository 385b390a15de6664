/** Contains the steps that call shipping-service. */
@NullMarked
package ecommerce.order.step.shipment;

import org.jspecify.annotations.NullMarked;
