/** Shipments: made by checkout, shipped and delivered by staff, followed by the order's owner. */
@NullMarked
package ecommerce.shipping.shipping;

import org.jspecify.annotations.NullMarked;
