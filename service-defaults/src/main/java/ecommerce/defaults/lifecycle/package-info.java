/** Shutdown: an instance leaves the registry and drains before it stops listening. */
@NullMarked
package ecommerce.defaults.lifecycle;

import org.jspecify.annotations.NullMarked;
