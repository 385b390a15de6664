/**
 * Tokens: short-lived access tokens that every service verifies itself, and refresh tokens that are replaced at each
 * use. Reuse of a refresh token revokes the sign-in, and so does a sign-out, a new password or a
 * block of the user, at once and for good.
 */
@NullMarked
package ecommerce.user.token;

import org.jspecify.annotations.NullMarked;
