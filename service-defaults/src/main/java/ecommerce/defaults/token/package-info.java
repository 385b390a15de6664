/** The checks of a token's signature and claims. Who may do what is the subject of the package {@code security}. */
@NullMarked
package ecommerce.defaults.token;

import org.jspecify.annotations.NullMarked;
