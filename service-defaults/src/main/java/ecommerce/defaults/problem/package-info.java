/** Renders every error as {@code application/problem+json} (RFC 9457) with its trace id. */
@NullMarked
package ecommerce.defaults.problem;

import org.jspecify.annotations.NullMarked;
