/** Users: their profiles, roles and passwords. A user name or an email address belongs to one user, whatever its case. */
@NullMarked
package ecommerce.user.user;

import org.jspecify.annotations.NullMarked;
