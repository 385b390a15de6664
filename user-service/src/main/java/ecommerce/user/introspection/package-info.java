/** Tells the other services whether an access token still holds (RFC 7662), so that a demoted member of staff loses access. */
@NullMarked
package ecommerce.user.introspection;

import org.jspecify.annotations.NullMarked;
