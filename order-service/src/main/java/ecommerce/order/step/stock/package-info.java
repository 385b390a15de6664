/** Steps that ask product-service. */
@NullMarked
package ecommerce.order.step.stock;

import org.jspecify.annotations.NullMarked;
