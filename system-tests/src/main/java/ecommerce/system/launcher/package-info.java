/** Runs the shop on one machine without Docker: for people by {@code ./shop}, for tests by {@link LocalStack}. */
@NullMarked
package ecommerce.system.launcher;

import org.jspecify.annotations.NullMarked;
