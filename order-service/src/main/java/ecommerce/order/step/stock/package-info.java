/** Contains the steps that call product-service. */
@NullMarked
package ecommerce.order.step.stock;

import org.jspecify.annotations.NullMarked;
