/**
 * Changes of passwords, by the users themselves and by staff. The current password can't be guessed here, and a new one ends all
 * sign-ins of the user.
 */
@NullMarked
package ecommerce.user.passwordchange;

import org.jspecify.annotations.NullMarked;
