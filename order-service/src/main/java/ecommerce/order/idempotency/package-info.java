/** A request that is repeated under the same key gets the first answer, and does nothing twice. */
@NullMarked
package ecommerce.order.idempotency;

import org.jspecify.annotations.NullMarked;
