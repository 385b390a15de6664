/** Identity: users, addresses, sign-in and tokens. */
@NullMarked
package ecommerce.user;

import org.jspecify.annotations.NullMarked;
