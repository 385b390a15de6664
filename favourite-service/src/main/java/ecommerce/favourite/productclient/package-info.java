/** Calls product-service for the products of favourites. */
@NullMarked
package ecommerce.favourite.productclient;

import org.jspecify.annotations.NullMarked;
