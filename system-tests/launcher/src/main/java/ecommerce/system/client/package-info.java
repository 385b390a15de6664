/** Clients of a running shop, for tests and load: HTTP through the gateway, and the database. */
@NullMarked
package ecommerce.system.client;

import org.jspecify.annotations.NullMarked;
