/** The clients of user-service: sign-in, open sign-ins, accounts with their addresses, and all accounts for staff. */
@NullMarked
package ecommerce.proxyclient.userclient;

import org.jspecify.annotations.NullMarked;
