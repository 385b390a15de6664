/** The single entry point: routes, aliases and API descriptions of all services. */
@NullMarked
package ecommerce.gateway;

import org.jspecify.annotations.NullMarked;
