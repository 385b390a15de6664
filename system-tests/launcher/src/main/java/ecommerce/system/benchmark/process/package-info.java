/** Drives a checkout through its command line, and reads what its processes use of the machine. */
@NullMarked
package ecommerce.system.benchmark.process;

import org.jspecify.annotations.NullMarked;
