/** Verification tokens, a resource of family clients (docs/family-clients.md). */
@NullMarked
package ecommerce.user.verification;

import org.jspecify.annotations.NullMarked;
