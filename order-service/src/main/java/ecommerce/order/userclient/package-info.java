/** The client of user-service: addresses and contact data. */
@NullMarked
package ecommerce.order.userclient;

import org.jspecify.annotations.NullMarked;
