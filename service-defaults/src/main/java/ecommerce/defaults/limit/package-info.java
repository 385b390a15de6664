/**
 * Limits what a request may cost: the size and the slowness of its body, and how many requests a caller may send. The
 * package {@code web} limits the depth of lists.
 */
@NullMarked
package ecommerce.defaults.limit;

import org.jspecify.annotations.NullMarked;
