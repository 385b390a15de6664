/**
 * Blocks of users by staff. A blocked user can't sign in, and all sign-ins end. What the user ordered before goes on.
 */
@NullMarked
package ecommerce.user.block;

import org.jspecify.annotations.NullMarked;
