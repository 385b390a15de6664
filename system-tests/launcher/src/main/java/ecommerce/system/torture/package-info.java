/**
 * Implements {@code ./shop torture}, which tests the shop's guarantees: many concurrent customers, payments of all
 * kinds and randomly killed processes, then a check of the database.
 */
@NullMarked
package ecommerce.system.torture;

import org.jspecify.annotations.NullMarked;
