/** The client of user-service's sign-in endpoints. */
@NullMarked
package ecommerce.proxyclient.userclient;

import org.jspecify.annotations.NullMarked;
