/**
 * Outbox: messages to other services that are stored in the transaction of the change, and delivered at least once, in their
 * order for each topic and key.
 */
@NullMarked
package ecommerce.defaults.outbox;

import org.jspecify.annotations.NullMarked;
