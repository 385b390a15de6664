/**
 * Idempotency keys: a request that is repeated with the same {@code Idempotency-Key} receives the first response and
 * has no further effect. A service that sets {@code shop.idempotency.keep-keys} must have a table
 * {@code idempotency_key}.
 */
@NullMarked
package ecommerce.defaults.idempotency;

import org.jspecify.annotations.NullMarked;
