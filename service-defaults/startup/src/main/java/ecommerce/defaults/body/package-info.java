/** Limits the bodies of requests: their size, and the time that a client takes to send them. */
@NullMarked
package ecommerce.defaults.body;

import org.jspecify.annotations.NullMarked;
