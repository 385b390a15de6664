/** Manages favourites. A user can like a product once. */
@NullMarked
package ecommerce.favourite.favourite;

import org.jspecify.annotations.NullMarked;
