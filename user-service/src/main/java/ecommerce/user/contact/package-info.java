/** Contact data of users, for order-service. */
@NullMarked
package ecommerce.user.contact;

import org.jspecify.annotations.NullMarked;
