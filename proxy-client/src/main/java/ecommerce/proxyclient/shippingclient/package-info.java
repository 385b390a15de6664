/** The clients of shipping-service: for the parcels of an order, and for staff who ship and correct all parcels. */
@NullMarked
package ecommerce.proxyclient.shippingclient;

import org.jspecify.annotations.NullMarked;
