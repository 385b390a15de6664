/**
 * Cancels, returns, retries, refunds and closes orders. This package makes the decisions; the fulfilment package
 * carries them out.
 */
@NullMarked
package ecommerce.order.aftersale;

import org.jspecify.annotations.NullMarked;
