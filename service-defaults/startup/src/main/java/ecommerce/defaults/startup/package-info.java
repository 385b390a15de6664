/** Checks that run before a service starts. */
@NullMarked
package ecommerce.defaults.startup;

import org.jspecify.annotations.NullMarked;
