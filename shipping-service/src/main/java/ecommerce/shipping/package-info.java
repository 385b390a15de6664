/** Shipments, and the outbox that reports their progress. */
@NullMarked
package ecommerce.shipping;

import org.jspecify.annotations.NullMarked;
