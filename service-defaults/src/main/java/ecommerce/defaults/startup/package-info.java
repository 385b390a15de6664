/** What a service checks before it starts. */
@NullMarked
package ecommerce.defaults.startup;

import org.jspecify.annotations.NullMarked;
