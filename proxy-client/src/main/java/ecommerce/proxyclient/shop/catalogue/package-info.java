/** Pages of the catalogue: home, category, search, product. */
@NullMarked
package ecommerce.proxyclient.shop.catalogue;

import org.jspecify.annotations.NullMarked;
