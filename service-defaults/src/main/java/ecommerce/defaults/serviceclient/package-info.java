/** Calls from one service to another: tokens, circuit breakers, and what to do without an instance. */
@NullMarked
package ecommerce.defaults.serviceclient;

import org.jspecify.annotations.NullMarked;
