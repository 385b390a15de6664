/** The products that the customer likes. */
@NullMarked
package ecommerce.proxyclient.shop.favourites;

import org.jspecify.annotations.NullMarked;
