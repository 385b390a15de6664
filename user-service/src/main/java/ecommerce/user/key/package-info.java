/** RS256 keys that are created, shared by all replicas, published and rotated automatically. */
@NullMarked
package ecommerce.user.key;

import org.jspecify.annotations.NullMarked;
