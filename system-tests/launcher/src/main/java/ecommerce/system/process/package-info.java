/** Processes that go on without the launcher, and what it remembers of them on disk. */
@NullMarked
package ecommerce.system.process;

import org.jspecify.annotations.NullMarked;
