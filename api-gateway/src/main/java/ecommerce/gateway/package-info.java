/** The single entry point: routes, aliases and API descriptions of all services, and the rules for browsers of other sites. */
@NullMarked
package ecommerce.gateway;

import org.jspecify.annotations.NullMarked;
