/** The client of shipping-service, with the fields that orders need. */
@NullMarked
package ecommerce.order.shippingclient;

import org.jspecify.annotations.NullMarked;
