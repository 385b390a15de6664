/**
 * Keeps sign-in names, guest carts' ids and tokens out of logs, spans and metrics, which show route templates instead.
 */
@NullMarked
package ecommerce.defaults.observability;

import org.jspecify.annotations.NullMarked;
