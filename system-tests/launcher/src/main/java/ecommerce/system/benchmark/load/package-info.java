/** Generates load over HTTP: reads over persistent connections, and purchases. */
@NullMarked
package ecommerce.system.benchmark.load;

import org.jspecify.annotations.NullMarked;
