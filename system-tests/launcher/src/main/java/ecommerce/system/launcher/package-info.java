/** {@code ./shop}: runs the shop on one machine without Docker, for people. */
@NullMarked
package ecommerce.system.launcher;

import org.jspecify.annotations.NullMarked;
