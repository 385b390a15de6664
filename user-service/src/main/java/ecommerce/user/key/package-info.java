/** Keys for RS256, made, shared by all replicas, published and rotated without anybody's help. */
@NullMarked
package ecommerce.user.key;

import org.jspecify.annotations.NullMarked;
