/** Security: the caller of a request, and the rules that every service applies. */
@NullMarked
package ecommerce.defaults.security;

import org.jspecify.annotations.NullMarked;
