/** The client of product-service: prices and reservations. */
@NullMarked
package ecommerce.order.productclient;

import org.jspecify.annotations.NullMarked;
