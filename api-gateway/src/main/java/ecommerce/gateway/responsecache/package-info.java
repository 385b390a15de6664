/** Answers anonymous reads with responses that services allow shared caches to keep (RFC 9111). */
@NullMarked
package ecommerce.gateway.responsecache;

import org.jspecify.annotations.NullMarked;
