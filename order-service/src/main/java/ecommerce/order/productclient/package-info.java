/** product-service, as far as orders need it: prices and reservations. */
@NullMarked
package ecommerce.order.productclient;

import org.jspecify.annotations.NullMarked;
