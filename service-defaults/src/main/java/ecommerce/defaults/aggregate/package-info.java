/** The exception with which aggregates refuse changes, free of HTTP. */
@NullMarked
package ecommerce.defaults.aggregate;

import org.jspecify.annotations.NullMarked;
