/** Sign-in and sign-out with JSON, for clients that don't use OAuth's form requests. */
@NullMarked
package ecommerce.user.auth;

import org.jspecify.annotations.NullMarked;
