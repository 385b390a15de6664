/** Retries transactions that the database rolled back because of a concurrent transaction. */
@NullMarked
package ecommerce.defaults.transaction;

import org.jspecify.annotations.NullMarked;
