/** Test support that the services share. */
@NullMarked
package ecommerce.defaults.test;

import org.jspecify.annotations.NullMarked;
