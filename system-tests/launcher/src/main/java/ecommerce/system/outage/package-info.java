/**
 * Implements {@code ./shop outages}, which counts failed requests while parts of the shop are restarted, killed or
 * unavailable. The load is steady and runs through the gateways.
 */
@NullMarked
package ecommerce.system.outage;

import org.jspecify.annotations.NullMarked;
