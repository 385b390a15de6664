/** The cart of a customer or a guest. */
@NullMarked
package ecommerce.proxyclient.shop.cart;

import org.jspecify.annotations.NullMarked;
