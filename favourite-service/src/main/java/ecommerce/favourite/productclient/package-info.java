/** product-service, as far as favourites need it. */
@NullMarked
package ecommerce.favourite.productclient;

import org.jspecify.annotations.NullMarked;
