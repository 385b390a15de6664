/**
 * The proof of what the shop promises: customers by the dozen, payments of all kinds, and processes killed at random;
 * then everything is counted.
 */
@NullMarked
package ecommerce.system.torture;

import org.jspecify.annotations.NullMarked;
