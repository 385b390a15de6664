/** Addresses of users. Only the user and staff may read and change them. */
@NullMarked
package ecommerce.user.address;

import org.jspecify.annotations.NullMarked;
