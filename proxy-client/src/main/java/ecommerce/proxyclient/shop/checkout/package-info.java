/** The page that turns a cart into an order. */
@NullMarked
package ecommerce.proxyclient.shop.checkout;

import org.jspecify.annotations.NullMarked;
