/**
 * Outbox: stores messages to other services in the transaction of the change and delivers each at least once, in order
 * for each topic and key.
 */
@NullMarked
package ecommerce.defaults.outbox;

import org.jspecify.annotations.NullMarked;
