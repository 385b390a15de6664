/**
 * Audit log: who did what to which record, when and from where. Entries are stored in the transaction of the change,
 * can't be changed by the service, and are listed for staff at {@code /api/<resource>/audit}.
 */
@NullMarked
package ecommerce.defaults.audit;

import org.jspecify.annotations.NullMarked;
