/**
 * Cancels, returns and writes off some pieces of an order. Each such change is an amendment. An order carries out one
 * amendment at a time, and carries out each amendment once.
 */
@NullMarked
package ecommerce.order.amendment;

import org.jspecify.annotations.NullMarked;
