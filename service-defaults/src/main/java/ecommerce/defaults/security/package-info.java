/** Security: the caller of a request and the rules that all services apply. */
@NullMarked
package ecommerce.defaults.security;

import org.jspecify.annotations.NullMarked;
