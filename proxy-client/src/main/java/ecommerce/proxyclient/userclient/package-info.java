/** user-service, as far as signing in goes. */
@NullMarked
package ecommerce.proxyclient.userclient;

import org.jspecify.annotations.NullMarked;
