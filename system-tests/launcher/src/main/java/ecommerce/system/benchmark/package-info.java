/**
 * {@code ./shop benchmark}: measures one checkout of the shop, or two in turns. It drives each checkout through the
 * checkout's own command line and through REST only, so it can drive any version of the shop.
 */
@NullMarked
package ecommerce.system.benchmark;

import org.jspecify.annotations.NullMarked;
