/** Stores whom an order is for and where it is sent, as it was when the order was placed. */
@NullMarked
package ecommerce.order.recipient;

import org.jspecify.annotations.NullMarked;
