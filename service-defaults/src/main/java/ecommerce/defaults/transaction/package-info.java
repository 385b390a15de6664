/** Repeats a transaction that the database has ended because of another one. */
@NullMarked
package ecommerce.defaults.transaction;

import org.jspecify.annotations.NullMarked;
