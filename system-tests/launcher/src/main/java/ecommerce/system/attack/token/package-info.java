/** Makes tokens that no service may accept. */
@NullMarked
package ecommerce.system.attack.token;

import org.jspecify.annotations.NullMarked;
