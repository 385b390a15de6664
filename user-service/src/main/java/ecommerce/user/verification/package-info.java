/** The verification tokens that clients of this family of systems ask for. */
@NullMarked
package ecommerce.user.verification;

import org.jspecify.annotations.NullMarked;
