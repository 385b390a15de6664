/** Shutdown: an instance leaves the registry and drains before it stops to listen. */
@NullMarked
package ecommerce.defaults.lifecycle;

import org.jspecify.annotations.NullMarked;
