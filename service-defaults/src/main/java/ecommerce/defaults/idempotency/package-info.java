/**
 * A request that is repeated under the same {@code Idempotency-Key} gets the first answer, and does nothing twice. A
 * service that sets {@code shop.idempotency.keep-keys} has a table {@code idempotency_key} of this form.
 */
@NullMarked
package ecommerce.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
