/** The web shop's page and its session. */
@NullMarked
package ecommerce.proxyclient;

import org.jspecify.annotations.NullMarked;
