/** Passwords: which ones are accepted, and how they are hashed. docs/accounts.md states the rules. */
@NullMarked
package ecommerce.user.password;

import org.jspecify.annotations.NullMarked;
