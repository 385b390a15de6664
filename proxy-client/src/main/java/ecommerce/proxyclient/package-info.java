/** The web shop's pages and its session. */
@NullMarked
package ecommerce.proxyclient;

import org.jspecify.annotations.NullMarked;
