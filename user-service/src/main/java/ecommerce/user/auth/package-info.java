/**
 * Sign-in and sign-out with JSON, for clients that don't use OAuth's form requests, and the list of a user's open sign-ins, which the
 * user and staff can end.
 */
@NullMarked
package ecommerce.user.auth;

import org.jspecify.annotations.NullMarked;
