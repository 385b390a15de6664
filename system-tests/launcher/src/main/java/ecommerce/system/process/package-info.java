/** Starts and stops processes that run independently of the launcher, and stores their ids on disk. */
@NullMarked
package ecommerce.system.process;

import org.jspecify.annotations.NullMarked;
