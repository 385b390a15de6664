/** What users like, each product once a user. */
@NullMarked
package ecommerce.favourite.favourite;

import org.jspecify.annotations.NullMarked;
