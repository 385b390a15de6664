/** What a user likes. */
@NullMarked
package ecommerce.favourite;

import org.jspecify.annotations.NullMarked;
