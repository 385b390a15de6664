/**
 * Limits how many requests a caller may send. The package {@code body} limits their bodies, and {@code web} the depth of
 * lists.
 */
@NullMarked
package ecommerce.defaults.limit;

import org.jspecify.annotations.NullMarked;
