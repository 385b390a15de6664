/** The customer's orders. */
@NullMarked
package ecommerce.proxyclient.shop.orders;

import org.jspecify.annotations.NullMarked;
