/** How many orders the shop confirms, and how fast. */
@NullMarked
package ecommerce.system.benchmark;

import org.jspecify.annotations.NullMarked;
