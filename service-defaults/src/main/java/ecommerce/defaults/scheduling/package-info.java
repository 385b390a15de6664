/** Durable background tasks, based on db-scheduler. */
@NullMarked
package ecommerce.defaults.scheduling;

import org.jspecify.annotations.NullMarked;
