/** What the aggregates of all services use, free of HTTP: the exception that refuses a change, and the time of a change. */
@NullMarked
package ecommerce.defaults.aggregate;

import org.jspecify.annotations.NullMarked;
