/** The client of favourite-service. */
@NullMarked
package ecommerce.proxyclient.favouriteclient;

import org.jspecify.annotations.NullMarked;
