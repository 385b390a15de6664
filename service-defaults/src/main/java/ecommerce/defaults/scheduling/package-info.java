/** Durable background work on db-scheduler. */
@NullMarked
package ecommerce.defaults.scheduling;

import org.jspecify.annotations.NullMarked;
