/** The registry's client: every service signs in to register, renew and remove itself. */
@NullMarked
package ecommerce.defaults.registry;

import org.jspecify.annotations.NullMarked;
