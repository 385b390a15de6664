/** The calls between services: who may call whom, and what the tokens for these calls say. */
@NullMarked
package ecommerce.user.edge;

import org.jspecify.annotations.NullMarked;
