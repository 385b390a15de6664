/** Every error as {@code application/problem+json} (RFC 9457) with the trace's id. */
@NullMarked
package ecommerce.defaults.problem;

import org.jspecify.annotations.NullMarked;
