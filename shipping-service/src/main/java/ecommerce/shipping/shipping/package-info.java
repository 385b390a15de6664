/** Manages shipments. Checkout creates them, staff ship and deliver them, and the customer follows them. */
@NullMarked
package ecommerce.shipping.shipping;

import org.jspecify.annotations.NullMarked;
