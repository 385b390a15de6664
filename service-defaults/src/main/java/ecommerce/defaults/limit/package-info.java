/**
 * Limits what a request may cost: the size and the slowness of its body, the depth of its list, and how many requests a
 * caller may send.
 */
@NullMarked
package ecommerce.defaults.limit;

import org.jspecify.annotations.NullMarked;
