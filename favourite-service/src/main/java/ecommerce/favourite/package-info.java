/** Stores the favourite products of users. */
@NullMarked
package ecommerce.favourite;

import org.jspecify.annotations.NullMarked;
