/** The Eureka registry of all instances. */
@NullMarked
package ecommerce.discovery;

import org.jspecify.annotations.NullMarked;
