/**
 * Prepares the database for a service: the administrator's step that makes its logins, and the migration of its schema.
 * Both are idempotent, and run in jobs of their own before the service starts, because the service has the rights for
 * neither.
 */
@NullMarked
package ecommerce.defaults.database;

import org.jspecify.annotations.NullMarked;
