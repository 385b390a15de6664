/**
 * Tokens: short-lived access tokens that every service checks by itself, and refresh tokens that are rotated at each
 * use, where the use of an old one ends the sign-in.
 */
@NullMarked
package ecommerce.user.token;

import org.jspecify.annotations.NullMarked;
