/**
 * Credentials of users, under the paths of family clients (docs/family-clients.md). A credential has the same id as its
 * user.
 */
@NullMarked
package ecommerce.user.credential;

import org.jspecify.annotations.NullMarked;
