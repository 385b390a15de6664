/** The PostgreSQL of the tests, prepared as on staging, and a check that queries use its indexes. */
@NullMarked
package ecommerce.defaults.test.database;

import org.jspecify.annotations.NullMarked;
