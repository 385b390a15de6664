/** Recipients: fetches whom an order is for, for orders that the version before has placed. */
@NullMarked
package ecommerce.order.recipient;

import org.jspecify.annotations.NullMarked;
