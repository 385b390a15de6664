/**
 * Tokens: short-lived access tokens that every service verifies itself, and refresh tokens that are replaced at each
 * use. Reuse of a refresh token revokes the sign-in, and so does a sign-out or a new password, at once and for good.
 */
@NullMarked
package ecommerce.user.token;

import org.jspecify.annotations.NullMarked;
