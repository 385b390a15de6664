/** Test support shared by all services. */
@NullMarked
package ecommerce.defaults.test;

import org.jspecify.annotations.NullMarked;
