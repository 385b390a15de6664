/** The credentials of users, under the paths that clients of this family of systems use. A credential has the id of its user. */
@NullMarked
package ecommerce.user.credential;

import org.jspecify.annotations.NullMarked;
