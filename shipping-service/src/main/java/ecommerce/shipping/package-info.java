/** Manages shipments, and reports their progress to order-service through an outbox. */
@NullMarked
package ecommerce.shipping;

import org.jspecify.annotations.NullMarked;
