/** Measures lists and searches of a big catalogue, which it generates and imports. */
@NullMarked
package ecommerce.system.benchmark.catalogue;

import org.jspecify.annotations.NullMarked;
