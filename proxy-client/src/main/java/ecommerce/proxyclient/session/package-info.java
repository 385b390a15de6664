/** Sign-in: the page's session, and tokens for family clients (docs/family-clients.md). */
@NullMarked
package ecommerce.proxyclient.session;

import org.jspecify.annotations.NullMarked;
