/** Lists shipments, and lets staff ship, deliver and split them. */
@NullMarked
package ecommerce.shipping.shipping;

import org.jspecify.annotations.NullMarked;
