/** Limits how many requests an address may send to the gateway, and how many of some kinds. */
@NullMarked
package ecommerce.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
