/** Sends random requests, which the OpenAPI documents of the services shape, to a running shop. */
@NullMarked
package ecommerce.system.attack.fuzz;

import org.jspecify.annotations.NullMarked;
