/** The client of order-service's carts and orders. */
@NullMarked
package ecommerce.proxyclient.orderclient;

import org.jspecify.annotations.NullMarked;
