/**
 * Implements {@code ./shop benchmark}, which measures one checkout of the shop, or two in turns. It uses only the
 * command line of each checkout and REST, so it can measure any version of the shop.
 */
@NullMarked
package ecommerce.system.benchmark;

import org.jspecify.annotations.NullMarked;
