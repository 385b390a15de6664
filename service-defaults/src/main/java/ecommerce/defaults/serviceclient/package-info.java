/** Calls from one service to another: tokens and circuit breakers. */
@NullMarked
package ecommerce.defaults.serviceclient;

import org.jspecify.annotations.NullMarked;
