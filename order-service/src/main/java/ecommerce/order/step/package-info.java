/**
 * Defines the steps that advance or undo an order. Each step is one class, in a package for the service that it calls,
 * and doesn't depend on other steps.
 */
@NullMarked
package ecommerce.order.step;

import org.jspecify.annotations.NullMarked;
