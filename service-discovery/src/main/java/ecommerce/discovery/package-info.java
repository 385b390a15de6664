/** The Eureka registry: who is running, and where. */
@NullMarked
package ecommerce.discovery;

import org.jspecify.annotations.NullMarked;
