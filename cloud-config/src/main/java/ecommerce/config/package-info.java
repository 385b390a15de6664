/** Serves the environment settings of all services, from this jar or from a configured folder or Git repository. */
@NullMarked
package ecommerce.config;

import org.jspecify.annotations.NullMarked;
