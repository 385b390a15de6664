/** Signing in and out with JSON, for clients that would rather not speak OAuth's forms. */
@NullMarked
package ecommerce.user.auth;

import org.jspecify.annotations.NullMarked;
