/** The shop from outside, as programs that drive it see it: through the gateway, by HTTP. */
@NullMarked
package ecommerce.system.client;

import org.jspecify.annotations.NullMarked;
