/** Checks at the start that the service's schema has all migrations. The service itself has no right to run them. */
@NullMarked
package ecommerce.defaults.schema;

import org.jspecify.annotations.NullMarked;
