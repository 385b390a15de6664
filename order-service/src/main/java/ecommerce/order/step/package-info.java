/**
 * Steps: the requests that carry an order on or undo it. Each step is one object, in a package for the service that it asks. It
 * knows nothing of the other steps.
 */
@NullMarked
package ecommerce.order.step;

import org.jspecify.annotations.NullMarked;
