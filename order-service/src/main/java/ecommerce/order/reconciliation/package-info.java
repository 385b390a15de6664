/**
 * Compares orders with the data of the other services, repairs what is safe to repair, and reports every mismatch. In a
 * healthy shop it finds none.
 */
@NullMarked
package ecommerce.order.reconciliation;

import org.jspecify.annotations.NullMarked;
