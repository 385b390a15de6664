/** Signing in: the page's session, and a token for clients of this family of systems. */
@NullMarked
package ecommerce.proxyclient.session;

import org.jspecify.annotations.NullMarked;
