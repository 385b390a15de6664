/** Repairs: steps that are repeated, or cancelled, for orders that disagree with other services. */
@NullMarked
package ecommerce.order.repair;

import org.jspecify.annotations.NullMarked;
