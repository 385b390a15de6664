/** Controls a checkout through its command line, and reads the processor times and memory of its processes. */
@NullMarked
package ecommerce.system.benchmark.process;

import org.jspecify.annotations.NullMarked;
