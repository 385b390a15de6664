/** The one door: routes, aliases and the API documentation of all services. */
@NullMarked
package ecommerce.gateway;

import org.jspecify.annotations.NullMarked;
