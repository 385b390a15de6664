/** The desk's categories: staff create, rename, move and delete them. */
@NullMarked
package ecommerce.proxyclient.desk.categories;

import org.jspecify.annotations.NullMarked;
