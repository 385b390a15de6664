/** The web shop and its session. */
@NullMarked
package ecommerce.proxyclient;

import org.jspecify.annotations.NullMarked;
