/** The staff's desk. Each of its features has a package of its own. */
@NullMarked
package ecommerce.proxyclient.desk;

import org.jspecify.annotations.NullMarked;
