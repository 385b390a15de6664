/** The client of product-service's catalogue. */
@NullMarked
package ecommerce.proxyclient.productclient;

import org.jspecify.annotations.NullMarked;
