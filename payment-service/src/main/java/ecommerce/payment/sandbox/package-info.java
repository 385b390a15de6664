/**
 * The built-in provider for trying the shop: {@code tok_approved}, {@code tok_declined}, {@code tok_insufficient_funds},
 * {@code tok_slow}, {@code tok_charge_then_timeout}, {@code tok_fails_then_works} and {@code tok_down}.
 */
@NullMarked
package ecommerce.payment.sandbox;

import org.jspecify.annotations.NullMarked;
