/** The client of Alertmanager. */
@NullMarked
package ecommerce.proxyclient.alertclient;

import org.jspecify.annotations.NullMarked;
