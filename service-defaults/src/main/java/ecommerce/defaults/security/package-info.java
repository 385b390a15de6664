/** Who is calling, and what every service refuses by itself. */
@NullMarked
package ecommerce.defaults.security;

import org.jspecify.annotations.NullMarked;
