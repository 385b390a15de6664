/** Lists of the services. */
@NullMarked
package ecommerce.proxyclient.listing;

import org.jspecify.annotations.NullMarked;
