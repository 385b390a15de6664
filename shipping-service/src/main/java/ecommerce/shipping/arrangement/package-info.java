/** Creates, releases, cancels and lists shipments for order-service. All calls are idempotent. */
@NullMarked
package ecommerce.shipping.arrangement;

import org.jspecify.annotations.NullMarked;
