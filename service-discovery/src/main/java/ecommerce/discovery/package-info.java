/** The Eureka registry of all service instances. */
@NullMarked
package ecommerce.discovery;

import org.jspecify.annotations.NullMarked;
