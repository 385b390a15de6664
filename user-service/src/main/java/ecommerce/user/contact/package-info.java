/** Contact: whom an order is for, for order-service. */
@NullMarked
package ecommerce.user.contact;

import org.jspecify.annotations.NullMarked;
