/** Users: profiles and roles. User names and email addresses are unique regardless of their spelling. */
@NullMarked
package ecommerce.user.user;

import org.jspecify.annotations.NullMarked;
