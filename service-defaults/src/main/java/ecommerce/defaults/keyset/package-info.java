/**
 * The keys that verify access tokens: fetched from user-service, cached, and fetched again for few unknown key ids
 * only. The result of a successful check is remembered for some seconds.
 */
@NullMarked
package ecommerce.defaults.keyset;

import org.jspecify.annotations.NullMarked;
