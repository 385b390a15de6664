/** Repairs orders that disagree with other services, by repeating their steps or cancelling them. */
@NullMarked
package ecommerce.order.repair;

import org.jspecify.annotations.NullMarked;
