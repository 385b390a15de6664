/**
 * Compares orders with what the other services know of them, mends what is safe to mend, and tells of all it finds. It
 * must find nothing: the checkout keeps everybody in step by itself.
 */
@NullMarked
package ecommerce.order.reconciliation;

import org.jspecify.annotations.NullMarked;
