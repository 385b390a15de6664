/** A user's addresses, seen and changed by that user and staff alone. */
@NullMarked
package ecommerce.user.address;

import org.jspecify.annotations.NullMarked;
