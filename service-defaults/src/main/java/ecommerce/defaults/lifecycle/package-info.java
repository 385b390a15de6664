/** How a service leaves: known to nobody any more before it stops to listen. */
@NullMarked
package ecommerce.defaults.lifecycle;

import org.jspecify.annotations.NullMarked;
