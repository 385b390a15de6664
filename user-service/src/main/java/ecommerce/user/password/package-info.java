/** Passwords: which ones are accepted, and how they are hashed. docs/security.md states the rules. */
@NullMarked
package ecommerce.user.password;

import org.jspecify.annotations.NullMarked;
