/** The environment settings of all services: from this jar, or from a folder or a Git repository when configured. */
@NullMarked
package ecommerce.config;

import org.jspecify.annotations.NullMarked;
