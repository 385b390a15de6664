/** shipping-service, as far as orders need it. */
@NullMarked
package ecommerce.order.shippingclient;

import org.jspecify.annotations.NullMarked;
