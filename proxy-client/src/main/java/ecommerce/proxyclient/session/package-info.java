/** The browser's session in encrypted cookies, the tokens of the signed-in user, and sign-in of family clients. */
@NullMarked
package ecommerce.proxyclient.session;

import org.jspecify.annotations.NullMarked;
