/** Builds the services' jars and images. */
@NullMarked
package ecommerce.system.build;

import org.jspecify.annotations.NullMarked;
