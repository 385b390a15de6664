/** Generates load over HTTP: reads on kept connections, and whole purchases. */
@NullMarked
package ecommerce.system.benchmark.load;

import org.jspecify.annotations.NullMarked;
