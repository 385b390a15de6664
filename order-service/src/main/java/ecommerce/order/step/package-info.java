/** The requests that carry an order on or undo it. Each step is one object; it knows nothing of the other steps. */
@NullMarked
package ecommerce.order.step;

import org.jspecify.annotations.NullMarked;
