/** The clients of user-service: sign-in, open sign-ins, and accounts with their addresses. */
@NullMarked
package ecommerce.proxyclient.userclient;

import org.jspecify.annotations.NullMarked;
