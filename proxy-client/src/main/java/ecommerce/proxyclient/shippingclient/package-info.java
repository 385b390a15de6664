/** The client of shipping-service's shipments. */
@NullMarked
package ecommerce.proxyclient.shippingclient;

import org.jspecify.annotations.NullMarked;
