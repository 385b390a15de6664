/**
 * Implements the built-in provider for trying the shop. The tokens {@code tok_approved}, {@code tok_declined}, {@code
 * tok_insufficient_funds}, {@code tok_slow}, {@code tok_charge_then_timeout}, {@code tok_fails_then_works} and {@code
 * tok_down} determine the result of an authorisation. {@code tok_capture_refused} and {@code tok_capture_down} are
 * authorised but not captured.
 */
@NullMarked
package ecommerce.payment.sandbox;

import org.jspecify.annotations.NullMarked;
