/** Implements the command line {@code ./shop}, which runs the shop on one machine without Docker. */
@NullMarked
package ecommerce.system.launcher;

import org.jspecify.annotations.NullMarked;
